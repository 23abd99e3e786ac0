import { useLocation, useNavigate } from 'react-router';

/** Goes back to where one came from; to `otherwise` when the visit began here, where back would leave the site. */
export function useBack(otherwise: string): () => void {
  const navigate = useNavigate();
  const { key } = useLocation();
  return () => void (key === 'default' ? navigate(otherwise) : navigate(-1));
}

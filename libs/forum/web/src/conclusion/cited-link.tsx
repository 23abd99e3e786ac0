import { Link } from 'react-router';
import { topicPath } from '../paths';
import { useTopicContext } from '../topic/topic-context';

/** From a message to the synthesis that cites it. */
export function CitedLink() {
  const { slug, topicId } = useTopicContext();
  return <Link to={`${topicPath(slug, topicId)}#synthese`}>Cité dans la synthèse</Link>;
}

import { execute, graphql } from '@preau/graphql';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const myDataExportQuery = graphql(`
  query MyDataExport {
    myDataExport {
      id
      state
      done
      total
      createdAt
      expiresAt
      bytes
    }
  }
`);

const exportMyDataMutation = graphql(`
  mutation ExportMyData {
    exportMyData {
      id
    }
  }
`);

const KEY = ['my-data-export'];
/** How often to ask how far it is, while it is being prepared. */
const ASK_AGAIN_MS = 1_000;

/** How far the preparation of my data is, asked again until it is over. */
export function useDataExport() {
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await execute(myDataExportQuery, {}, { signal })).myDataExport ?? null,
    refetchInterval: ({ state }) => (state.data?.state === 'PREPARING' ? ASK_AGAIN_MS : false),
  });
  const prepare = useMutation({
    mutationFn: () => execute(exportMyDataMutation, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return { query, prepare };
}

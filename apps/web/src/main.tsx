import '@codegouvfr/react-dsfr/dsfr/utility/icons/icons.min.css';
import '@codegouvfr/react-dsfr/dsfr/dsfr.css';
import './web.css';
import { startReactDsfr } from '@codegouvfr/react-dsfr/spa';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Link } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { followDevice } from './color-scheme';
import { keepFocus } from './kept-focus';
import { createQueryClient } from './query-client';
import { createRouter } from './router';
import { ensureStorage } from './storage-fallback';

ensureStorage();
startReactDsfr({ defaultColorScheme: 'system', Link });
followDevice();
keepFocus();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={createRouter()} />
    </QueryClientProvider>
  </StrictMode>,
);

import { afterEach, expect, test } from '@jest/globals';
import { mockNetwork } from '@preau/graphql/testing';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import Suggestions from './suggestions';

configure({ asyncUtilTimeout: 20_000 });

const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
afterEach(() => {
  cleanup();
  client.clear();
});

function Form() {
  const [text, setText] = useState('');
  return (
    <QueryClientProvider client={client}>
      <input
        aria-label="Titre"
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
        }}
      />
      <Suggestions text={text} consultation="essai" theme="egalite" kinds={['TOPIC', 'RESOURCE']} />
    </QueryClientProvider>
  );
}

test('shows what is like what is being written, asked once it pauses, in links that leave it there', async () => {
  const calls = mockNetwork({
    Suggestions: () => ({
      suggest: [{ kind: 'TOPIC', id: '1', title: 'Des tablettes', path: '/sujets/1' }],
    }),
  });
  render(<Form />);
  expect(screen.queryByText(/existe peut-être déjà/)).toBeNull();
  await userEvent.type(screen.getByLabelText('Titre'), 'Tablettes');
  const link = await screen.findByRole('link', { name: /Des tablettes/ });
  expect(link.getAttribute('target')).toBe('_blank');
  expect(calls.map(({ variables }) => variables)).toEqual([
    { text: 'Tablettes', consultation: 'essai', theme: 'egalite', kind: ['TOPIC', 'RESOURCE'] },
  ]);
});

test('says nothing while nothing is like it, nor of what is too short', async () => {
  const calls = mockNetwork({ Suggestions: () => ({ suggest: [] }) });
  render(<Form />);
  await userEvent.type(screen.getByLabelText('Titre'), 'Tab');
  await userEvent.type(screen.getByLabelText('Titre'), 'lettes');
  while (calls.length === 0) await screen.findByLabelText('Titre');
  expect(calls[0]?.variables).toMatchObject({ text: 'Tablettes' });
  expect(screen.queryByText(/existe peut-être déjà/)).toBeNull();
});

test('sends the beginning of a long text, no sign of it cut in two', async () => {
  const calls = mockNetwork({ Suggestions: () => ({ suggest: [] }) });
  render(<Form />);
  const field = screen.getByLabelText('Titre');
  await userEvent.click(field);
  await userEvent.paste(`x${'😀'.repeat(400)}`);
  while (calls.length === 0) await screen.findByLabelText('Titre');
  expect(calls[0]?.variables).toMatchObject({ text: `x${'😀'.repeat(249)}` });
});

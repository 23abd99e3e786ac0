import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { subscribe } from '@preau/graphql';
import { mockNetwork, refusal, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { useMutation } from '@tanstack/react-query';
import { act, cleanup, configure, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect, useState } from 'react';
import SessionWatch from './session-watch';
import { WARNING_SECONDS } from './use-session-end';

configure({ asyncUtilTimeout: 20_000 });

const left = (seconds: number | null) => ({
  me: seconds === null ? null : { id: 'a', security: { session: { id: 's', secondsLeft: seconds } } },
});
const extended = { ExtendSession: () => ({ extendSession: { id: 's', secondsLeft: 3_600 } }) };

let close: () => void = () => undefined;
let hours = 0;
let clock: { mockRestore: () => void };
let headers: Record<string, string>[] = [];

function Form() {
  const [typed, setTyped] = useState('');
  return (
    <>
      <label>
        Message
        <textarea
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
          }}
        />
      </label>
      <SessionWatch isSignedIn />
    </>
  );
}

function open(answers: MockAnswers) {
  const calls = mockNetwork(answers);
  const network = globalThis.fetch;
  headers = [];
  globalThis.fetch = (input, init) => {
    headers.push(init?.headers as Record<string, string>);
    return network(input, init);
  };
  close = renderRoutes(
    [
      { path: '/page', element: <Form /> },
      { path: '/', element: <p>Accueil</p> },
    ],
    '/page?a=1',
  ).close;
  return (operation: string) => calls.filter((call) => call.operation === operation).length;
}

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  // Nobody has touched anything for an hour, nor in the tests before.
  hours += 1;
  const now = Date.now() + hours * 3_600_000;
  clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
});
afterEach(() => {
  close();
  cleanup();
  clock.mockRestore();
});
const user = userEvent.setup();
const warning = () => screen.findByRole('alertdialog', { name: 'Votre session va se terminer' });
const gone = () =>
  waitFor(() => {
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

test('says in time that the session will end, and when; asking does not put it off', async () => {
  const asked = open({ SessionEnd: () => left(WARNING_SECONDS - 10), ...extended });
  const dialog = await warning();
  expect(dialog.textContent).toMatch(/elle se terminera à \d\d:\d\d/);
  expect(dialog.getAttribute('aria-describedby')).toBe('fin-de-session-texte');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Rester connecté' }));
  expect(asked('ExtendSession')).toBe(0);
  expect(headers[0]).toMatchObject({ 'preau-background': '1' });
});

test('« Rester connecté » puts it off, and gives the focus back', async () => {
  const asked = open({ SessionEnd: () => left(60), ...extended });
  await warning();
  await user.click(screen.getByRole('button', { name: 'Rester connecté' }));
  await gone();
  expect(asked('ExtendSession')).toBe(1);
});

test('so does Escape', async () => {
  const asked = open({ SessionEnd: () => left(60), ...extended });
  const dialog = await warning();
  act(() => {
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
  });
  await gone();
  expect(asked('ExtendSession')).toBe(1);
});

test('« Me déconnecter » does so', async () => {
  const asked = open({ SessionEnd: () => left(60), SignOut: () => ({ signOut: true }) });
  await warning();
  await user.click(screen.getByRole('button', { name: 'Me déconnecter' }));
  expect(await screen.findByText('Accueil')).toBeTruthy();
  expect(asked('SignOut')).toBe(1);
});

test('somebody who is typing is not asked: the session goes on', async () => {
  const asked = open({ SessionEnd: () => left(60), ...extended });
  const field = screen.getByLabelText('Message');
  await user.type(field, 'a');
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(() => {
    expect(asked('ExtendSession')).toBe(1);
  });
  await gone();
});

test('nothing is said while there is time', async () => {
  const asked = open({ SessionEnd: () => left(WARNING_SECONDS + 60) });
  await waitFor(() => {
    expect(asked('SessionEnd')).toBe(1);
  });
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('once it has ended: said so, what was typed stays, and signing in again comes back here', async () => {
  let seconds: number | null = 600;
  open({ SessionEnd: () => left(seconds) });
  const field = screen.getByLabelText<HTMLTextAreaElement>('Message');
  await user.type(field, 'Presque fini');
  seconds = null;
  document.dispatchEvent(new Event('visibilitychange'));
  await screen.findByRole('alertdialog', { name: 'Votre session est terminée' });
  expect(field.value).toBe('Presque fini');
  const link = screen.getByRole('link', { name: 'Me reconnecter' });
  expect(link.getAttribute('href')).toBe('/connexion?retour=%2Fpage%3Fa%3D1');
  expect(link.getAttribute('title')).toBe('Me reconnecter - nouvelle fenêtre');
  // Signed in again in the other window.
  seconds = 3_600;
  document.dispatchEvent(new Event('visibilitychange'));
  await gone();
  expect(field.value).toBe('Presque fini');
});

test('what one tab does is heard by the others', async () => {
  const listeners: (() => void)[] = [];
  const posted: unknown[] = [];
  class Channel {
    addEventListener = (_: string, listener: () => void) => listeners.push(listener);
    postMessage = (message: unknown) => posted.push(message);
    close = () => undefined;
  }
  const usual = globalThis.BroadcastChannel;
  globalThis.BroadcastChannel = Channel as never;
  let seconds = 60;
  open({ SessionEnd: () => left(seconds), ...extended });
  await warning();
  // Put off in another tab.
  seconds = 3_600;
  act(() => {
    listeners.forEach((listen) => {
      listen();
    });
  });
  await gone();
  seconds = 60;
  act(() => {
    listeners.forEach((listen) => {
      listen();
    });
  });
  await warning();
  await user.click(screen.getByRole('button', { name: 'Rester connecté' }));
  await gone();
  expect(posted).toEqual(['changed']);
  globalThis.BroadcastChannel = usual;
});

describe('when the server closes the socket because the session has ended', () => {
  const usual = globalThis.WebSocket;
  const asked: string[] = [];
  const sockets: Socket[] = [];
  class Socket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSING = 2;
    static readonly CLOSED = 3;
    readyState = 0;
    onopen = () => undefined;
    onmessage = (_: { data: string }) => undefined;
    onclose = (_: Event) => undefined;
    constructor() {
      sockets.push(this);
      queueMicrotask(() => {
        this.readyState = 1;
        this.onopen();
      });
    }
    send(text: string) {
      const { type } = JSON.parse(text) as { type: string };
      if (type === 'connection_init') this.onmessage({ data: '{"type":"connection_ack"}' });
      else asked.push(type);
    }
    close = () => undefined;
  }
  const anything = { __meta__: { hash: 'anything' } } as unknown as Parameters<typeof subscribe>[0];

  /** A page that is kept up to date, on which something can be asked for. */
  function Live({ act: asking }: { readonly act: () => Promise<void> }) {
    const sending = useMutation({ mutationFn: asking });
    useEffect(() => subscribe(anything, {}, () => undefined), []);
    return (
      <>
        <button
          onClick={() => {
            sending.mutate();
          }}
        >
          Demander
        </button>
        <SessionWatch isSignedIn />
      </>
    );
  }
  async function openLive(answers: MockAnswers, asking: () => Promise<void> = () => Promise.resolve()) {
    globalThis.WebSocket = Socket as never;
    asked.length = 0;
    const calls = mockNetwork(answers);
    close = renderRoutes([{ path: '/', element: <Live act={asking} /> }], '/').close;
    await waitFor(() => {
      expect(asked).toEqual(['subscribe']);
    });
    return () => calls.filter(({ operation }) => operation === 'SessionEnd').length;
  }
  const closeSocket = () => {
    act(() => {
      sockets.at(-1)?.onclose(new CloseEvent('close', { code: 4401, reason: 'Session terminée' }));
    });
  };
  afterEach(() => {
    globalThis.WebSocket = usual;
  });

  test('the page says so at once, and why it may be', async () => {
    let seconds: number | null = 600;
    await openLive({ SessionEnd: () => left(seconds) });
    seconds = null;
    closeSocket();
    const dialog = await screen.findByRole('alertdialog', { name: 'Votre session est terminée' });
    expect(dialog.textContent).toMatch(/depuis un autre appareil, ou parce que les droits .* ont changé/);
  });

  test('and this browser has another, what was live goes on in it', async () => {
    await openLive({ SessionEnd: () => left(600) });
    closeSocket();
    await waitFor(() => {
      expect(asked).toEqual(['subscribe', 'subscribe']);
    });
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  test('a look answered after this browser has got another session says nothing: it was about the one before', async () => {
    let answerLate: () => void = () => undefined;
    let looks = 0;
    const looked = await openLive({
      SessionEnd: () => {
        looks += 1;
        return looks === 2
          ? new Promise((done) => {
              answerLate = () => {
                done(left(null));
              };
            })
          : left(600);
      },
    });
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => {
      expect(looked()).toBe(2);
    });
    await user.click(screen.getByRole('button', { name: 'Demander' }));
    answerLate();
    await waitFor(() => {
      expect(looked()).toBe(3);
    });
    await act(() => Promise.resolve());
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  test('while something asked for is under way, its answer is waited for: it may bring the other session', async () => {
    let seconds: number | null = 600;
    let answer: () => void = () => undefined;
    const looked = await openLive(
      { SessionEnd: () => left(seconds) },
      () => new Promise((done) => (answer = done)),
    );
    await user.click(screen.getByRole('button', { name: 'Demander' }));
    closeSocket();
    expect(looked()).toBe(1);
    // Nor does a look that was under way say anything before.
    seconds = null;
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => {
      expect(looked()).toBe(2);
    });
    seconds = 600;
    answer();
    await waitFor(() => {
      expect(looked()).toBeGreaterThan(2);
    });
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});

test('a server that does not answer ends nothing', async () => {
  const asked = open({
    SessionEnd: () => {
      throw refusal('INTERNAL');
    },
  });
  await waitFor(() => {
    expect(asked('SessionEnd')).toBe(1);
  });
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

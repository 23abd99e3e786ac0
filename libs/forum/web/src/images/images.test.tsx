import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mockNetwork, renderRoutes, type MockAnswers } from '@preau/graphql/testing';
import { IMAGE_BYTES_MAX } from '@preau/shared-domain';
import { loadMarkdown } from '@preau/ui';
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { POSTING_REFUSALS } from '../messages';
import { forumRoutes } from '../routes';
import {
  aPost,
  aRoot,
  aThread,
  aTopic,
  consultation,
  EVERYTHING,
  listOf,
  signedIn,
  visitor,
} from '../test-data';
import { SENDING_FAULTS } from './image-messages';
import { COMING } from './use-images';

configure({ asyncUtilTimeout: 3_000 });
beforeAll(async () => {
  await loadMarkdown();
});
const user = userEvent.setup();
const seen = (sentence: string) => sentence.replaceAll('\u00a0', ' ');

/** A request that waits until the test answers it. */
class WaitingRequest {
  static all: WaitingRequest[] = [];
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload?: () => void;
  onerror?: () => void;
  status = 0;
  responseText = '';
  address = '';
  isAborted = false;
  type = '';
  constructor() {
    WaitingRequest.all.push(this);
  }
  open(_: string, address: string) {
    this.address = address;
  }
  setRequestHeader(_: string, value: string) {
    this.type = value;
  }
  send() {
    // It waits.
  }
  abort() {
    this.isAborted = true;
  }
  async answer(status: number, body: object) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    await act(async () => {
      this.onload?.();
      await Promise.resolve();
    });
  }
  receive = () => this.answer(201, { width: 900, height: 600 });
  get id() {
    return new URLSearchParams(this.address.split('?')[1]).get('id') ?? '';
  }
}
/** The request that came at this place, once it has. */
const request = async (at: number) => {
  await waitFor(() => {
    expect(WaitingRequest.all[at]).toBeDefined();
  });
  return WaitingRequest.all[at]!;
};

const usual = globalThis.XMLHttpRequest;
let close: () => void = () => undefined;
beforeEach(() => {
  localStorage.clear();
  WaitingRequest.all = [];
  globalThis.XMLHttpRequest = WaitingRequest as unknown as typeof XMLHttpRequest;
  Element.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  close();
  cleanup();
  globalThis.XMLHttpRequest = usual;
});

const viewerCan = { ...EVERYTHING, edit: false, delete: false };
const anImage = (id: string, given: object = {}) => ({
  id,
  alt: `Ce que montre ${id}`,
  width: 1_600,
  height: 1_000,
  isHeld: false,
  ...given,
});

function open(post: object = {}, given: MockAnswers = {}, address = '/concertations/edition/debats/sujet') {
  const calls = mockNetwork({
    ...signedIn,
    DebatesFrame: () => ({ consultation }),
    DebateTopic: () => ({
      topic: aTopic('sujet', { viewerCan: { ...viewerCan, manage: false, markSolved: false } }),
    }),
    DebateThread: () => aThread([aRoot(aPost('o', { viewerCan, ...post }))]),
    TopicPropositions: () => ({ topic: { id: 'sujet', propositions: listOf([]) } }),
    ReplyToTopic: ({ input }) => {
      const { id, images } = input as { id: string; images: { id: string; alt: string }[] };
      const shown = images.map((one) => anImage(one.id, one));
      const posted = { parentId: 'o', branchId: 'o', depth: 2, status: 'HELD', isMine: true, images: shown };
      return { replyToTopic: { __typename: 'ReplyPosted', post: aPost(id, posted) } };
    },
    ...given,
  });
  const shown = renderRoutes(
    forumRoutes(() => null),
    address,
  );
  close = () => {
    shown.close();
  };
  return {
    inputs: (operation = 'ReplyToTopic') =>
      calls
        .filter((call) => call.operation === operation)
        .map(({ variables }) => variables['input'] as Record<string, unknown>),
  };
}
const answer = () =>
  screen.findByRole('button', { name: 'Répondre à Auteur o' }).then((one) => user.click(one));
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Répondre à Auteur o/ });
const send = () => user.click(screen.getByRole('button', { name: 'Publier la réponse' }));
const file = (name = 'classe.png', { type = 'image/png', size = 10 } = {}) =>
  Object.defineProperty(new File(['x'], name, { type }), 'size', { value: size });
const choose = (...files: File[]) => {
  fireEvent.change(screen.getByLabelText('Image à ajouter', { selector: 'input' }), { target: { files } });
};
const alerted = async (sentence: string) => {
  expect((await screen.findByText(seen(sentence))).getAttribute('role')).toBe('alert');
};
const description = () => screen.findByRole<HTMLInputElement>('textbox', { name: /^Description de l’image/ });

test('the images of a proposition are in its block too', async () => {
  const images = [anImage('i1')];
  const post = aPost('q', { isProposition: true, images });
  open({}, { TopicPropositions: () => ({ topic: { id: 'sujet', propositions: listOf([post]) } }) });
  const block = await screen.findByRole('region', { name: 'Propositions' });
  within(block).getByRole('img', { name: 'Ce que montre i1' });
});

describe('an image', () => {
  test('is added by its button, sent, described where the focus goes, and sent with the message', async () => {
    const { inputs } = open();
    await answer();
    const button = screen.getByRole('button', { name: 'Ajouter une image' });
    let isAsked = false;
    screen.getByLabelText('Image à ajouter').addEventListener('click', () => (isAsked = true));
    button.focus();
    await user.keyboard('{Enter}');
    expect(isAsked).toBe(true);
    choose(file());
    const sent = await request(0);
    expect([sent.address, sent.type]).toEqual([
      expect.stringMatching(/^\/files\/images\?id=[0-9a-f-]{36}$/),
      'image/png',
    ]);
    act(() => sent.upload.onprogress?.({ loaded: 1, total: 4 }));
    const progress = screen.getByRole<HTMLProgressElement>('progressbar', { name: 'classe.png' });
    expect(progress.value).toBe(0.25);
    await sent.receive();
    const words = await description();
    await waitFor(() => {
      expect(document.activeElement).toBe(words);
    });
    expect(screen.getByText('L’image est ajoutée. Décrivez-la.').getAttribute('role')).toBe('status');
    expect(words.closest('li')?.querySelector('img')?.getAttribute('src')).toBe(
      `/files/images/${sent.id}/320.webp`,
    );
    await user.keyboard('Une salle de classe');
    await user.type(field(), 'Voyez.');
    await send();
    await screen.findByText(/Il sera publié après relecture/);
    expect(inputs()).toMatchObject([{ images: [{ id: sent.id, alt: 'Une salle de classe' }] }]);
    const shown = await screen.findByRole('img', { name: 'Une salle de classe' });
    expect(shown.closest('a')?.getAttribute('href')).toBe(`/files/images/${sent.id}/1600.webp`);
    expect(JSON.stringify(localStorage)).not.toContain(sent.id);
  });

  test('without a description is stopped here, beside its field', async () => {
    const { inputs } = open();
    await answer();
    choose(file());
    await (await request(0)).receive();
    const words = await description();
    await user.type(field(), 'Voyez.');
    await send();
    const summary = await screen.findByText('Un champ est à revoir');
    expect(document.activeElement).toBe(summary.parentElement);
    await user.click(screen.getByText(seen(POSTING_REFUSALS.ALT_EMPTY), { selector: 'a' }));
    expect(document.activeElement).toBe(words);
    expect(words.getAttribute('aria-invalid')).toBe('true');
    expect(inputs()).toEqual([]);
    await user.type(words, 'Une salle');
    await send();
    await waitFor(() => {
      expect(inputs()).toHaveLength(1);
    });
  });

  test('still on its way stops the message; removed, it does not', async () => {
    const { inputs } = open();
    await answer();
    await user.type(field(), 'Voyez.');
    choose(file());
    const sent = await request(0);
    await send();
    expect(await screen.findByText(seen(COMING), { selector: 'a' })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Retirer classe.png' }));
    expect(sent.isAborted).toBe(true);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Ajouter une image' }));
    await send();
    await waitFor(() => {
      expect(inputs()).toMatchObject([{ images: [] }]);
    });
  });

  test('that was lost on its way is sent again under the same id', async () => {
    open();
    await answer();
    choose(file());
    const first = await request(0);
    await act(async () => {
      first.onerror?.();
      await Promise.resolve();
    });
    await alerted(SENDING_FAULTS.OFFLINE);
    await user.click(screen.getByRole('button', { name: 'Réessayer pour classe.png' }));
    const second = await request(1);
    expect(second.id).toBe(first.id);
    await second.receive();
    await description();
  });

  test.each(
    Object.entries(SENDING_FAULTS).filter(
      ([code]) => !['OFFLINE', 'UNAUTHENTICATED', 'FAILED'].includes(code),
    ),
  )('refused: %s', async (code, sentence) => {
    open();
    await answer();
    choose(file());
    await (await request(0)).answer(422, { code });
    await alerted(sentence);
    expect(screen.queryByRole('button', { name: /^Réessayer/ }) !== null).toBe(code === 'BUSY');
  });

  test.each([
    ['a document', file('plan.pdf', { type: 'application/pdf' }), SENDING_FAULTS.NOT_AN_IMAGE],
    ['ten megabytes and a byte', file('lourde.png', { size: IMAGE_BYTES_MAX + 1 }), SENDING_FAULTS.TOO_LARGE],
  ])('%s is not even sent', async (_, given, sentence) => {
    open();
    await answer();
    choose(given);
    await alerted(sentence);
    expect(WaitingRequest.all).toEqual([]);
  });

  test('is one of four, sent one after the other', async () => {
    open();
    await answer();
    choose(...['a', 'b', 'c', 'd', 'e'].map((name) => file(`${name}.png`)));
    expect(await screen.findByText(/Un message montre 4 images au plus/)).toBeTruthy();
    for (let at = 0; at < 4; at += 1) {
      const next = await request(at);
      expect(WaitingRequest.all).toHaveLength(at + 1);
      await next.receive();
    }
    expect(await screen.findAllByRole('textbox', { name: /^Description de l’image/ })).toHaveLength(4);
    const button = screen.getByRole('button', { name: 'Ajouter une image' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Retirer l’image 2' }));
    expect(button.getAttribute('aria-disabled')).toBe('false');
    expect(document.activeElement).toBe(button);
  });

  test('survives a reload with its description; gone meanwhile, it says so', async () => {
    open();
    await answer();
    choose(file());
    const sent = await request(0);
    await sent.receive();
    await user.type(await description(), 'Une salle');
    close();
    cleanup();
    const { inputs } = open();
    await answer();
    expect((await description()).value).toBe('Une salle');
    fireEvent.error((await description()).closest('li')!.querySelector('img')!);
    expect(screen.getByText(/Cette image n’est plus gardée/)).toBeTruthy();
    await user.type(field(), 'Voyez.');
    await send();
    await waitFor(() => {
      expect(inputs()).toMatchObject([{ images: [{ id: sent.id, alt: 'Une salle' }] }]);
    });
  });
});

describe('of one’s own message', () => {
  const mine = { isMine: true, viewerCan: EVERYTHING, images: [anImage('i'), anImage('j')] };
  const edit = async () => {
    await user.click(
      await screen.findByRole('button', { name: /^Plus d’actions sur le message d’Auteur o/ }),
    );
    await user.click(screen.getByRole('button', { name: 'Modifier mon message' }));
  };

  test('are there to be described anew, removed and added; what is added is said to wait', async () => {
    const edited = (input: Record<string, unknown>) => {
      const images = (input['images'] as { id: string; alt: string }[]).map((one) =>
        anImage(one.id, { ...one, isHeld: one.id !== 'j' }),
      );
      return {
        editPost: { __typename: 'PostChanged', post: aPost('o', { ...mine, images, revisionCount: 1 }) },
      };
    };
    const { inputs } = open(mine, { EditPost: ({ input }) => edited(input as Record<string, unknown>) });
    await edit();
    await user.click(screen.getByRole('button', { name: 'Retirer l’image 1' }));
    await user.clear(await description());
    await user.type(await description(), 'Autrement dit');
    choose(file());
    const sent = await request(0);
    await sent.receive();
    const fields = await screen.findAllByRole('textbox', { name: /^Description de l’image/ });
    await user.type(fields[1]!, 'Une salle');
    await user.click(screen.getByRole('button', { name: 'Enregistrer' }));
    await screen.findByText(/Les images ajoutées seront publiées après relecture/);
    const images = [
      { id: 'j', alt: 'Autrement dit' },
      { id: sent.id, alt: 'Une salle' },
    ];
    expect(inputs('EditPost')).toMatchObject([{ images }]);
    const shown = await screen.findByRole('list', { name: 'Images de Auteur o' });
    expect(within(shown).getAllByText(/vous seul voyez cette image/)).toHaveLength(1);
  });
});

describe('shown', () => {
  test('in the size that is needed, with its place kept, and larger when asked for', async () => {
    open({ images: [anImage('i'), anImage('p', { width: 200, height: 100 })] });
    const large = await screen.findByRole('img', { name: 'Ce que montre i' });
    expect(
      Object.fromEntries(
        ['src', 'srcset', 'width', 'height', 'loading'].map((name) => [name, large.getAttribute(name)]),
      ),
    ).toEqual({
      src: '/files/images/i/800.webp',
      srcset: '/files/images/i/320.webp 320w, /files/images/i/800.webp 800w, /files/images/i/1600.webp 1600w',
      width: '1600',
      height: '1000',
      loading: 'lazy',
    });
    const link = large.closest('a');
    expect([link?.getAttribute('href'), link?.target]).toEqual(['/files/images/i/1600.webp', '_blank']);
    const small = screen.getByRole('img', { name: 'Ce que montre p' });
    expect(small.getAttribute('src')).toBe('/files/images/p/200.webp');
    expect(small.closest('li')?.style.maxWidth).toBe('200px');
  });

  test('a visitor who begins a topic is not asked for images', async () => {
    open({}, visitor, '/concertations/edition/debats/nouveau');
    await screen.findByRole('link', { name: 'Me connecter pour publier' });
    expect(screen.queryByRole('button', { name: 'Ajouter une image' })).toBeNull();
  });

  test('whoever begins a topic may add some', async () => {
    const { inputs } = open(
      {},
      {
        CreateTopic: () => ({
          createTopic: { __typename: 'PostingRefused', code: 'UNKNOWN_IMAGE', retryAt: null },
        }),
      },
      '/concertations/edition/debats/nouveau?theme=egalite',
    );
    await user.type(await screen.findByLabelText(/^Titre du sujet/), 'Le réseau de nos écoles');
    await user.type(screen.getByRole('textbox', { name: /^Votre message/ }), 'Voyez.');
    choose(file());
    const sent = await request(0);
    await sent.receive();
    await user.type(await description(), 'Une salle');
    await user.click(screen.getByRole('button', { name: 'Publier le sujet' }));
    expect(await screen.findByText(seen(POSTING_REFUSALS.UNKNOWN_IMAGE))).toBeTruthy();
    expect(inputs('CreateTopic')).toMatchObject([{ images: [{ id: sent.id, alt: 'Une salle' }] }]);
  });
});

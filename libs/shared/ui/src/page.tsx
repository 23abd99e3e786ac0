import './ui.css';
import { Breadcrumb } from '@codegouvfr/react-dsfr/Breadcrumb';
import { createContext, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';

const SITE = 'Préau';

/** Whether a title already stands above: states (loading, failure) bring one of their own where there is none. */
export const InsidePage = createContext(false);

/** Where the reader last was: the first page of a visit keeps the browser's own focus, later ones move it. */
let last: { readonly address: string; readonly step: string } | null = null;
/** A title went away with the focus on it (its page shows that it is loading): the next one takes it up. */
let focusWasOnTitle = false;

interface PageTitleProps {
  readonly children: ReactNode;
  /** Completes the window's title when `children` is not what a list of tabs should say. */
  readonly documentTitle: string;
  /** Tells apart two screens of one address, such as the steps of a form. */
  readonly step?: string | undefined;
  readonly className?: string;
}

/** The `h1` of a page: sets the window's title and takes the focus when the reader has changed page. */
export function PageTitle({ children, documentTitle, step = '', className }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${documentTitle} — ${SITE}`;
  }, [documentTitle]);
  useEffect(() => {
    const address = window.location.pathname;
    const isLost = focusWasOnTitle && document.activeElement === document.body;
    const isNextStep = last !== null && last.address === address && last.step !== step;
    const isElsewhere = last !== null && last.address !== address;
    focusWasOnTitle = false;
    last = { address, step };
    // A new address scrolls by itself, to where the reader was when they come back; a new step of one is brought into view.
    if (isNextStep) heading.current?.focus();
    else if (isLost || isElsewhere) heading.current?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => {
    const title = heading.current;
    return () => {
      focusWasOnTitle = document.activeElement === title;
    };
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  );
}

export interface Crumb {
  readonly label: string;
  readonly to: string;
}

interface PageProps {
  readonly title: string;
  readonly children: ReactNode;
  /** The pages above this one, home excluded. */
  readonly breadcrumb?: readonly Crumb[];
  /** One or two sentences under the title, in larger type. */
  readonly lead?: ReactNode;
  readonly documentTitle?: string;
  readonly step?: string;
}

/** The frame of an ordinary page: way back, title, text. */
export function Page({ title, children, breadcrumb, lead, documentTitle = title, step }: PageProps) {
  return (
    <div className="fr-container preau-page">
      {breadcrumb ? <Trail crumbs={breadcrumb} current={title} /> : null}
      <PageTitle documentTitle={documentTitle} step={step}>
        {title}
      </PageTitle>
      {lead ? <p className="fr-text--lead preau-measure">{lead}</p> : null}
      <InsidePage value={true}>{children}</InsidePage>
    </div>
  );
}

/** The breadcrumb alone, for pages that lay out their own title. */
export function Trail({ crumbs, current }: { readonly crumbs: readonly Crumb[]; readonly current: string }) {
  return (
    <Breadcrumb
      homeLinkProps={{ to: '/' }}
      segments={crumbs.map(({ label, to }) => ({ label, linkProps: { to } }))}
      currentPageLabel={current}
    />
  );
}

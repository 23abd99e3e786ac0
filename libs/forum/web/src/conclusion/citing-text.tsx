import { withNumbers } from '@preau/forum-domain';
import { useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { MessageBody } from '../message/message-body';
import { Citations, type CitationsProps } from './citations';
import { useNote } from './use-note';

interface CitingTextProps extends CitationsProps {
  readonly text: string;
  /** Between the words and the notes: who says so, since when. */
  readonly children?: ReactNode;
}

/** A synthesis with its numbers, and the messages they stand for. */
export function CitingText({ text, citations, notes, children }: CitingTextProps) {
  const { pathname, search } = useLocation();
  const whole = useRef<HTMLDivElement>(null);
  useNote(whole, citations.length);
  return (
    <div ref={whole}>
      <MessageBody body={withNumbers(text, `${pathname}${search}#${notes}`)} under={2} />
      {children}
      <Citations citations={citations} notes={notes} />
    </div>
  );
}

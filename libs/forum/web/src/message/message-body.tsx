/** The words of a message. */
export function MessageBody({ body }: { readonly body: string }) {
  return (
    <div className="preau-message__body">
      {body.split(/\n{2,}/).map((paragraph, at) => (
        <p key={at}>{paragraph}</p>
      ))}
    </div>
  );
}

/** A text in which every place of another is marked, upper and lower case alike. @internal */
export function MarkedText(props: { text: string; mark: string }) {
  const { text, mark } = props;
  if (!mark) {
    return <>{text}</>;
  }
  const pattern = new RegExp(
    `(${mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`,
    'gi',
  );
  return (
    <>
      {text
        .split(pattern)
        .map((part, index) =>
          index % 2 ? <mark key={index}>{part}</mark> : part,
        )}
    </>
  );
}

'use client';

// The floor of the page: Next and React, a box to write in, nothing else.
// oxlint-disable-next-line import/no-default-export -- Next asks for it
export default function Page() {
  return <textarea aria-label="Message" />;
}

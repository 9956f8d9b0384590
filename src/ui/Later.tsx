import { type ReactNode, Suspense, useLayoutEffect } from 'react';
import { beginBusy } from '../io/document-signals';

/** A part of the page whose code comes when it is wanted. Until then it shows nothing, and the document says that it is busy. */
export function Later({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<Coming />}>{children}</Suspense>;
}

function Coming(): null {
  useLayoutEffect(() => beginBusy(), []);
  return null;
}

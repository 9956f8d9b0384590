import { type ReactNode, Suspense, useLayoutEffect } from 'react';
import { beginBusy } from '../io/document-signals';

interface LaterProps {
  readonly children: ReactNode;
  /** Keeps its place until then; nothing by default. */
  readonly meanwhile?: ReactNode;
}

/** A part of the page whose code comes when it is wanted. Until then the document says that it is busy. */
export function Later({ children, meanwhile }: LaterProps) {
  return <Suspense fallback={<Coming>{meanwhile}</Coming>}>{children}</Suspense>;
}

function Coming({ children }: { readonly children: ReactNode }) {
  useLayoutEffect(() => beginBusy(), []);
  return children;
}

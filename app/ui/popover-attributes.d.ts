import 'react';

// React 18 knows no popover yet: lower-case attributes pass through to the page as they are.
declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- merging needs the same type parameters
  interface HTMLAttributes<T> {
    popover?: 'auto' | 'manual';
  }

  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- as above
  interface ButtonHTMLAttributes<T> {
    popovertarget?: string;
    popovertargetaction?: 'toggle' | 'show' | 'hide';
  }
}

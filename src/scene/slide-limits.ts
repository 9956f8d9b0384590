/**
 * So many events a slide can hold. It grows by some 9 px with each: with these it is about as high as canvases can be at
 * 1×, and takes a second or two to lay out.
 */
export const MOST_SLIDE_EVENTS = 1500;

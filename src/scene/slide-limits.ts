/** So many events are some 25 to 60 pages, laid out in a second or two. Of more it is better to ask first. */
export const MOST_SLIDE_EVENTS = 1500;

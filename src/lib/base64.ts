/** In pieces, since a call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  const pieceLength = 0x8000;
  let text = '';
  for (let i = 0; i < bytes.length; i += pieceLength) {
    text += String.fromCharCode(...bytes.subarray(i, i + pieceLength));
  }
  return btoa(text);
}

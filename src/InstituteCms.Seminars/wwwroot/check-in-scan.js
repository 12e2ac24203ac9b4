// Reads ticket codes: with the camera, or as they are typed.

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const pause = 150; // milliseconds between two looks
let engine; // The library's, made once.

/** A code as it may be typed or scanned, or nothing; the same rule as the server's. */
export function parseCode(text) {
  const letters = [...text.normalize('NFKC').toUpperCase()].filter((letter) => /[0-9A-Z]/.test(letter)).map((letter) => ({ O: '0', I: '1', L: '1' })[letter] ?? letter);
  return letters.length === 8 && letters.every((letter) => alphabet.includes(letter)) ? letters.join('') : null;
}

/** What the list holds instead of the code. */
export async function fingerprint(code) {
  const hash = await crypto.subtle?.digest('SHA-256', new TextEncoder().encode(code));
  return hash ? [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('') : '';
}

async function reader(library) {
  if ('BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { default: QrScanner } = await import(library);
  engine ??= await QrScanner.createQrEngine();
  return (video) => QrScanner.scanImage(video, { qrEngine: engine, returnDetailedScanResult: true }).then((found) => found.data, () => undefined);
}

/** Shows the camera and calls back for every code, once for the same one in a row; the answer stops it. */
export async function scan(video, library, found) {
  const [read, stream] = await Promise.all([reader(library), navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })]);
  video.srcObject = stream;
  await video.play();
  let [stopped, last] = [false, undefined];
  (async () => {
    while (!stopped) {
      const text = await read(video);
      if (text && text !== last && !stopped) found(text);
      last = text ?? last;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  })();
  return () => {
    stopped = true;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  };
}

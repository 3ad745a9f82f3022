/** A site over HTTP, on this machine only. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.md': 'text/plain; charset=utf-8',
};
const LOOPBACK = '127.0.0.1';

export interface Serving {
  readonly url: string;
  readonly server: Server;
}

/** Port 0 takes any that is free. */
export async function serve(root: string, port: number): Promise<Serving> {
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  return { url: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/`, server };
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const file = fileOf(root, request);
  const found = file === null ? null : await stat(file).catch(() => null);
  if (file === null || !found?.isFile()) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found\n');
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)],
    'Content-Length': found.size,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/** Null for what is no file of a site, and for a page of another name that was made to lead here. */
function fileOf(root: string, { url, method, headers }: IncomingMessage): string | null {
  if (method !== 'GET' && method !== 'HEAD') return null;
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/.test(headers.host ?? '')) return null;
  try {
    const path = decodeURIComponent((url ?? '/').split(/[?#]/)[0] as string);
    const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
    return file.startsWith(root + sep) && TYPES[extname(file)] !== undefined && !file.includes('\0') ? file : null;
  } catch {
    return null;
  }
}

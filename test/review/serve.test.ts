import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Serving, serve } from '../../src/review/serve.ts';
import { folder } from '../folder.ts';

let serving: Serving | null = null;
afterEach(() => serving?.server.close());

/** The path as it is, which fetch would tidy. */
function get(url: string, path: string, host?: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path, ...(host ? { headers: { host } } : {}) }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => {
        body += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('serving a site', () => {
  it('gives its files on this machine, and nothing beside them', async () => {
    const root = await folder({ 'site/index.html': 'page', 'site/data/a.js': 'data', 'secret.js': 'secret' });
    serving = await serve(join(root, 'site'), 0);
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await get(serving.url, '/')).toEqual({ status: 200, body: 'page' });
    expect(await get(serving.url, '/data/a.js?x')).toEqual({ status: 200, body: 'data' });
    for (const path of ['/../secret.js', '/%2e%2e/secret.js', '/..%2fsecret.js', '/none.js', '/data', '/%00.js', '/%'])
      expect((await get(serving.url, path)).status).toBe(404);
  });

  it('answers to no other name', async () => {
    serving = await serve(await folder({ 'index.html': 'page' }), 0);
    expect((await get(serving.url, '/', 'evil.example')).status).toBe(404);
  });
});

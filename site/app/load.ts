/** Data files are scripts: from the file system a page may load those, and nothing else. */

declare global {
  interface Window {
    /** Called by every data file with its name and its JSON. */
    gongkaiReview?: (name: string, json: string) => void;
  }
}

/** As many documents as a reader goes back and forth between. */
const KEPT = 12;

const arrived = new Map<string, string>();
const loads = new Map<string, Promise<unknown>>();

window.gongkaiReview = (name, json) => {
  arrived.set(name, json);
};

export function load<T>(name: string): Promise<T> {
  const known = loads.get(name) as Promise<T> | undefined;
  if (known) return known;
  const loading = loadScript(name).then((json) => JSON.parse(json) as T);
  loads.set(name, loading);
  loading.catch(() => loads.delete(name));
  const documents = [...loads.keys()].filter((each) => each.startsWith('documents/'));
  for (const old of documents.slice(0, -KEPT)) loads.delete(old);
  return loading;
}

function loadScript(name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `data/${name}.js`;
    script.addEventListener('load', () => {
      script.remove();
      const json = arrived.get(name);
      arrived.delete(name);
      if (json === undefined) reject(new Error(`data/${name}.js holds something else`));
      else resolve(json);
    });
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`data/${name}.js cannot be loaded`));
    });
    document.head.append(script);
  });
}

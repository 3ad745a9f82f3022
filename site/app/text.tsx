/** Text of documents and names of files, set apart from what is around it. */
import { visible } from './visible.ts';

export const Text = ({ of }: { readonly of: string }) => <bdi>{visible(of)}</bdi>;

import { execFileSync } from 'node:child_process';

const colours = { cars: '#8899aa', clean: '#99bb88', elder: '#bbaa88' } as const;
export type SampleName = keyof typeof colours;

const made = new Map<SampleName, Buffer>();

/** A small real JPEG; made once, in a process of its own, since sharp answers asynchronously. */
export const samplePhoto = (name: SampleName): Buffer => {
  const known = made.get(name);
  if (known) return known;
  const script = `require('sharp')({create:{width:480,height:360,channels:3,background:'${colours[name]}'}}).jpeg().toBuffer().then((b)=>process.stdout.write(b.toString('base64')))`;
  const photo = Buffer.from(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }), 'base64');
  made.set(name, photo);
  return photo;
};

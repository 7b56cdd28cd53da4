import { CannotSetUp } from './say.mjs';

const WANTED = 20;

export const checkNode = () => {
  const major = Number(process.versions.node.split('.')[0]);
  if (major === WANTED) return;
  throw new CannotSetUp(
    `Linli runs on Node ${WANTED}; this is Node ${process.versions.node}. Install Node ${WANTED} (https://nodejs.org/en/download, or "nvm install ${WANTED}") and try again.`,
  );
};

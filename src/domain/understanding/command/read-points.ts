import { findBudget } from './read-budget';
import { findDeed } from './read-deed';
import { findFund } from './read-fund';
import { findHonours } from './read-honours';
import { findPairing } from './read-pairing';
import { findReward } from './read-reward';
import { findRound } from './read-round';
import { findService } from './read-service';
import { from, type Typed } from './typed';
import type { TypedCommand } from './typed-command';

const readReward = (text: Typed): TypedCommand | null => {
  const said = findReward(text.folded);
  return said && { kind: 'reward', said, text: 'from' in said ? from(text, said.from) : '' };
};

const readService = ({ folded }: Typed): TypedCommand | null => {
  const said = findService(folded);
  return said && { kind: 'service', said };
};

const readPairing = ({ folded }: Typed): TypedCommand | null => {
  const said = findPairing(folded);
  return said && { kind: 'pairing', said };
};

const readHonours = ({ folded }: Typed): TypedCommand | null => {
  const said = findHonours(folded);
  return said && { kind: 'honours', said };
};

const readDeed = (text: Typed): TypedCommand | null => {
  const deed = findDeed(text.folded);
  return deed && { kind: 'deed', who: deed.who, text: from(text, deed.from) };
};

const readBudget = ({ folded }: Typed): TypedCommand | null => {
  const said = findBudget(folded);
  return said && { kind: 'budget', said };
};

const readRound = (text: Typed): TypedCommand | null => {
  const said = findRound(text.folded);
  return said && { kind: 'round', said, text: 'from' in said ? from(text, said.from) : '' };
};

const readFund = (text: Typed): TypedCommand | null => {
  const said = findFund(text.folded);
  if (!said) return null;
  const payee = said.verb === 'note' && said.payee ? text.typed.slice(said.payee.from, said.payee.to) : null;
  return { kind: 'fund', said, text: 'from' in said ? from(text, said.from) : '', payee };
};

/** What earns points, what they buy, and who is honoured for them: heard in private. */
export const readOfPoints = (text: Typed): TypedCommand | null =>
  readReward(text) ??
  readService(text) ??
  readPairing(text) ??
  readDeed(text) ??
  readRound(text) ??
  readHonours(text) ??
  readBudget(text) ??
  readFund(text);

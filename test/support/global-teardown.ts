import { endRun } from './global-setup';

export default endRun;

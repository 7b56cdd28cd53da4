import type { Verb } from './verb';

/** All that `npm run -s cli -- …` can do. A new verb is one file and one entry here, loaded only when it is typed. */
export const verbs: readonly Verb[] = [
  {
    name: 'doctor',
    usage: 'doctor',
    what: '检查配置、数据库、Redis、时钟、日历和机器人，说明怎么修 · checks everything and says how to mend it',
    run: async (line) => (await import('./doctor.js')).runDoctor(line),
  },
  {
    name: 'backup',
    usage: 'backup make [--to FOLDER] [--keep 14] | verify FILE | restore FILE',
    what: '备份全部数据并读一遍；核对一份；放回一个空的库 · copies everything and reads it back; puts it into an empty database',
    run: async (line) => (await import('./backup.js')).runBackup(line),
  },
  {
    name: 'invite',
    usage: 'invite --role director [--area ID]',
    what: '发一个邀请码，在聊天里说“绑定 CODE”使用 · prints a code to be used by saying 绑定 CODE in the chat',
    run: async (line) => (await import('./invite.js')).runInvite(line),
  },
  {
    name: 'import',
    usage: 'import households [--check] FILE',
    what: '从表格（CSV、xlsx）导入户，每一行错都说出来 · households from a spreadsheet; every bad row is named',
    run: async (line) => (await import('./import.js')).runImport(line),
  },
  {
    name: 'api-key',
    usage: 'api-key add NAME [--media-host HOST] | list | revoke NAME',
    what: '给别的系统发 Open311 的钥匙，只显示一次 · keys of other systems that post by Open311, shown once',
    run: async (line) => (await import('./api-key.js')).runApiKey(line),
  },
  {
    name: 'understand',
    usage: 'understand [--explain TEXT]',
    what: '读标准输入的 JSON 行，说出听懂了什么 · reads JSON lines, says what was understood',
    run: async ({ stdin, stdout, args }) => (await import('./understand.js')).runUnderstand(stdin, stdout, args),
  },
  {
    name: 'examples',
    usage: 'examples',
    what: '把人工改过的归类和误报写成训练用的 JSON 行 · prints what people corrected, as JSON lines for npm run train',
    run: async (line) => (await import('./examples.js')).runExamples(line),
  },
  {
    name: 'rebuild',
    usage: 'rebuild [--write]',
    what: '从经过重算每件事和每个账户，说出哪里不一致 · recomputes everything from what happened, says what differs',
    run: async (line) => (await import('./rebuild.js')).runRebuild(line),
  },
  {
    name: 'replay',
    usage: 'replay --policy FILE.yaml --from DAY --to DAY',
    what: '用别的时限重放这些天的事，看会提醒谁、超时多少 · what other deadlines would have said of those days',
    run: async (line) => (await import('./replay.js')).runReplay(line),
  },
];

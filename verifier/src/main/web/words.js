/**
 * Texts of the page in Chinese and English; `{name}` is replaced by a fact. Texts of files are set as text, never as
 * markup.
 */
import { time } from './render/wording.js';

const ZH = {
  title: '报告核验',
  language: 'English',
  intro: '核对一份已签发的报告：它的每个数字是否出自账本，签发以后账本和报告是否被改动过。文件只在本机核对，本页不连接任何网络。',
  drop: '把证明包（.proof.json）和报告（.docx、.html）一起拖到这里，或者：',
  pickBundle: '选择证明包', pickReport: '选择报告', pickKey: '选择公钥（可选）', print: '打印核验结果',
  bundle: '证明包', report: '报告', key: '公钥', bytes: '{n} 字节',
  needBundle: '还缺证明包：文件名以 .proof.json 结尾，与报告一起发放。',
  badKey: '“{name}”不是 Ed25519 公钥（PEM），未采用。',
  unreadable: '“{name}”读不出来：{why}',
  failed: '本页出错，没有得出结论：{why}',
  working: '正在核对：{check}',
  good: '核验通过', goodBundle: '证明包成立；尚未核对报告文件',
  goodNote: '手中的报告就是签发的那一份；它的每个数字、测算值和评价结果，本页都由账本和指标体系重新得出。', goodBundleNote: '要核对手中的报告，请把报告文件也放进来。',
  copy: '不是签发的文件，可读文字相同',
  bad: '核验不通过',
  checks: '逐项核对', held: '通过', broken: '不通过', left: '未核对',
  stopped: '前面有一项不通过，此项未核对。', noReport: '没有放入报告文件。',
  facts: '报告与核验', limits: '这证明什么，不证明什么',
  footer: '本页与命令行核验程序是分别编写的两个实现，核对的内容和顺序相同。打印件可随报告存档。',
  check: {
    form: '证明包的格式', signature: '检查点的签名', tree: '每条事件都在账本里', streams: '各序列完整，无缺失无多余',
    issue: '签发记录与报告内容一致', values: '报告内容由账本和指标体系重新得出', files: '签发的文件就是报告内容的排版结果', report: '报告文件就是签发的那一份',
  },
  added: { header: '页眉', footer: '页脚', head: '标题之前', signature: '正文之后（署名、日期处）', end: '文末' },
  fact: {
    form: '{streams} 个序列，{events} 条事件。',
    signature: '检查点“{origin}”覆盖 {size} 条事件，签名有效。',
    tree: '{events} 条事件逐字节都在检查点的账本里，各在其位。',
    streams: '周期 {cycle} 的 {streams} 个序列从第一条到截止处一条不少。',
    issue: '报告 {report}，依据周期 {cycle} 截至序号 {upToPosition} 的数据，在序号 {position} 签发。',
    values: '本页依据事件和{framework}重新得出报告内容，包括测算值和评价结果，逐字相同：附件1 {sources} 行，附件2 {results} 行。',
    files: '按报告内容重新排版，{files} 与签发时记录的哈希逐字节相同。',
    report: '“{name}”与签发的 {issued} 逐字节相同，SHA-256 {hash}。',
  },
  unpublished: '本页不认识指标体系{framework}，评价结果以它的规则为准：请将其 SHA-256 与公布的核对：{unpublished}',
  ownKey: '公钥来自证明包本身，请把下面的指纹与公布的指纹比对。', trustedKey: '公钥与你给出的一致。',
  unchecked: '检查点上署名“{name}”的签名未核对：没有它的公钥。',
  term: { cycle: '评价周期', report: '报告', upToPosition: '数据截至序号', issued: '签发', origin: '账本', size: '检查点的事件数', fingerprint: '公钥指纹（SHA-256）', checked: '核验时间（本机时钟）' },
  issuedAt: '{time}，序号 {position}',
  limit: [
    '核验通过说明：检查点签名以后，这些事件和这份报告没有被改动、删去或添加。',
    '它不说明填报的数值本身是真的，那要靠佐证材料和实地核查。',
    '谁能改账本又掌握签名私钥，就能另造一套。把公钥指纹与另一渠道公布的比对，或与别处保存的检查点比对，才能排除。',
    '指标体系就是开启周期时登记的那一份；它规定得是否恰当，不在核验之列。',
  ],
  code: {
    BUNDLE_FORM: {
      form: '这不是一个完好的证明包{member}。', json: '这不是证明包：不是 JSON。', length: '这不是证明包：空文件，或超过 64 MiB。',
      spelling: '这个证明包不是规定的写法，可能被改动或重新保存过。', members: '这个证明包的成员不全、多余或次序不对{member}。',
      order: '这个证明包里的次序不对{member}：可能被调换、重复或删去。',
      earlier: '这是早先格式的证明包，不含指标体系；请重新获取报告的证明。',
    },
    CHECKPOINT_KEY: '证明包里的公钥（指纹 {key}）不是你给出的公钥（指纹 {trusted}）。',
    CHECKPOINT_SIGNATURE: '检查点没有该公钥（指纹 {key}）的有效签名：检查点或公钥被改动。',
    EVENT_NOT_IN_TREE: '{event}不在检查点的账本里：内容、位置或路径被改动。',
    EVENT_FORM: '序号 {position} 的内容不是账本事件。',
    ISSUED_EVENT: '最后一条事件不是这份报告的签发记录：{event}。',
    STREAM_NOT_WHOLE: { foreign: '{event}不属于这份报告。', gap: '{event}之前缺少同一序列的第 {next} 条。', length: '序列 {stream} 应有 {listed} 条事件，实有 {found} 条。', end: '序列 {stream} 的最后一条事件不是所列的那一条。', commit: '{event}之前缺少同一次提交的事件：有序列被整个隐去。', hidden: '缺少序列 {stream}：周期按指标体系开启了它，却被整个隐去。', unopened: '序列 {stream} 多余：指标体系没有与之对应的指标或章节。' },
    STREAMS_ROOT: '所列序列不是签发时的全部：有序列或其结尾被删去或添加（根为 {root}，签发时是 {issued}）。',
    FRAMEWORK: {
      hash: '指标体系不是开启周期时的那一份：哈希为 {hash}，开启周期时记录的是 {opened}。',
      form: '证明包里的指标体系本页读不懂：{detail}。',
      other: '指标体系自称 {name}，内容却与公布的不同：哈希为 {hash}，公布的为 {published}。',
    },
    OTHER_FORM: '报告由文档格式 {form} 的程序制作，本页只认识格式 {known}；请使用相应版本的核验页。这不说明报告有误。',
    MODEL_HASH: '报告内容被改动：哈希为 {hash}，签发时记录的是 {issued}。',
    MODEL_FORM: '报告内容的格式本页不认识{member}。',
    VALUE_NOT_FROM_EVENT: {
      opening: '证明包里没有周期的开启事件。', other: '开启周期时记的不是指标体系“{framework}”。', spelling: '报告内容不是规定的写法。',
      item: '序号 {position} 的数据项“{item}”记在“{holder}”名下，与指标体系不符。',
      unit: '序号 {position} 的数据项“{item}”，其类型或计量单位与指标体系不符。',
      order: '序号 {position} 的事件不可能在此处：周期尚未开启、已再次开启，或已关闭。',
      cycle: '序号 {position} 开启周期的编号、行政区划、名称、年度或截止时间，账本不会接受。',
      id: '序号 {position} 的事件编号与在前的某一事件相同。',
      commit: '序号 {position} 的事件所属的提交在它之前已经结束，或与该提交的时间不同。',
      report: '序号 {position} 签发的报告，其编号账本不会接受，或与在前的报告相同。',
      registration: '序号 {position} 登记的填报单位，其编号、名称或角色账本不会接受，或与已登记的相同。',
      closing: '序号 {position} 关闭周期，却没有账本会接受的理由。',
      submitter: '序号 {position} 的数据项“{item}”由“{organisation}”填报，该单位当时没有登记，或无权填报此项。',
      number: '序号 {position} 的数据项“{item}”，其数值、小数位数、依据或日期与指标体系不符。',
      period: '序号 {position} 的数据项“{item}”，其统计期与指标体系不符。',
      text: '序号 {position} 的“{item}”，其文字、备注或理由为空、过长，或不是账本会接受的写法。',
      word: '序号 {position} 的“{item}”不是指标体系允许的答复。',
      narrative: '序号 {position} 的文字材料“{item}”中直接写入了数字，或占位符不合规定。',
      evidence: '序号 {position} 的“{item}”的佐证材料，其说明不完整，或已关联过。',
      act: '序号 {position} 对“{item}”的报送、更正、撤回或审核，与该项当时的状态不符。',
      time: '序号 {position} 的记录时间早于此前的记录，或不在合理的年代。',
      late: '序号 {position} 的“{item}”在截止时间之后才首次报送。',
      content: '{place}写的是“{found}”，依据账本和指标体系应为“{expected}”。',
    },
    REPORT_TEXT: {
      number: '“{name}”的{place}，{number}写的是“{found}”，签发的是“{expected}”。',
      date: '“{name}”的{place}，日期写的是“{found}”，签发的是“{expected}”。',
      text: '“{name}”的{place}写的是“{found}”，签发的是“{expected}”。',
      cell: '“{name}”的{place}：“{expected}”不在它的单元格里。',
      added: '“{name}”的{place}处多出一段：“{found}”。',
      missing: '“{name}”的{place}缺少一段：“{expected}”。',
    },
    REPORT_HIDDEN: '“{name}”不是签发的文件，而且含有无法确认读者所见的内容（{part}：{detail}），不能说文字相同。',
    REPORT_COPY: {
      same: '“{name}”不是签发的文件（SHA-256 {hash}）；能读到的文字与签发的相同。可能是重新保存过的，版式未核对。',
      added: '“{name}”不是签发的文件（SHA-256 {hash}）；能读到的文字与签发的相同，只是另外增加了下列内容。版式未核对。',
    },
    REPORT_FILE: {
      rendered: '签发记录里的 {name} 不是由这份报告内容排版而成（应为 {hash}，签发时记录的是 {issued}）。', surplus: '签发记录多出一个文件“{name}”。',
      form: '“{name}”不是签发的文件，也不是 DOCX 或 HTML，说不出哪里不同。',
      length: '“{name}”不是签发的文件，而且过大，说不出哪里不同。',
      unreadable: '“{name}”不是签发的文件，也读不出正文（{detail}），说不出哪里不同。',
    },
  },
  event: '序号 {position}（序列 {stream} 第 {seq} 条，{type}，{time}{organisation}）', eventOnly: '序号 {position}（内容已不可读）',
  comma: '，', number: '数字', numberOf: '“{item}”（{source}{event}）', numberAt: '，账本序号 {position}',
  at: '（{member}）', whole: '整个文件',
  place: { about: '报告概况的“{name}”', window: '窗口标题', body: '正文第 {paragraph} 段{holder}', holder: '（指标或章节 {holder}）', annex1: '附件1{row}{column}', annex2: '附件2{row}{column}', row: '的 {row} 行', column: '“{column}”栏', end: '末尾' },
};

const EN = {
  title: 'Report verification',
  language: '中文',
  intro: 'Checks an issued report: whether each of its numbers is from the ledger, and whether ledger or report were altered since it was issued. Files are checked on this machine only; this page connects to no network.',
  drop: 'Drop the proof bundle (.proof.json) and the report (.docx, .html) here together, or:',
  pickBundle: 'Choose the bundle', pickReport: 'Choose reports', pickKey: 'Choose a key (optional)', print: 'Print the result',
  bundle: 'Bundle', report: 'Report', key: 'Key', bytes: '{n} bytes',
  needBundle: 'The bundle is still missing: its name ends in .proof.json, and it is delivered with the report.',
  badKey: '“{name}” is not an Ed25519 public key (PEM) and is not used.',
  unreadable: '“{name}” cannot be read: {why}',
  failed: 'This page failed and came to no result: {why}',
  working: 'Checking: {check}',
  good: 'The report holds', goodBundle: 'The bundle holds; no report file was checked',
  goodNote: 'The report at hand is the one that was issued; this page made each of its numbers, measures and verdicts again from ledger and framework.', goodBundleNote: 'To check the report at hand, add its file.',
  copy: 'Not the issued file; the text that can be read is the same',
  bad: 'It does not hold',
  checks: 'Check by check', held: 'holds', broken: 'does not hold', left: 'not checked',
  stopped: 'Not checked, because a check before does not hold.', noReport: 'No report file was given.',
  facts: 'Report and verification', limits: 'What this proves, and what not',
  footer: 'This page and the command-line verifier are two programs written apart that check the same things in the same order. A print may be filed with the report.',
  check: {
    form: 'Form of the bundle', signature: 'Signature of the checkpoint', tree: 'Every event is in the ledger', streams: 'The streams are whole: nothing missing, nothing added',
    issue: 'The report’s content is the one that was issued', values: 'The content is what ledger and framework give', files: 'The issued files are what its content is rendered to', report: 'The report file is the one that was issued',
  },
  added: { header: 'Header: ', footer: 'Footer: ', head: 'Before the title: ', signature: 'After the body (signature, date): ', end: 'At the end: ' },
  fact: {
    form: '{streams} streams, {events} events.',
    signature: 'The checkpoint “{origin}” covers {size} events, and its signature is valid.',
    tree: '{events} events are in the checkpoint’s ledger, byte for byte and each at its place.',
    streams: 'The {streams} streams of cycle {cycle} are whole from their first event up to where the report was made from.',
    issue: 'Report {report} of cycle {cycle}, made from the data up to position {upToPosition}, issued at position {position}.',
    values: 'This page made the content again from the events and {framework}, with measures and verdicts, and it is the same: {sources} rows of annex 1, {results} of annex 2.',
    files: 'Rendered again from the content, {files} have the hashes that were recorded at the issue.',
    report: '“{name}” is byte for byte the issued {issued}, SHA-256 {hash}.',
  },
  unpublished: 'The framework {framework} is not part of this page, and the verdicts follow its rules: compare its SHA-256 with the published one: {unpublished}',
  ownKey: 'The key is taken from the bundle itself: compare the fingerprint below with the published one.', trustedKey: 'The key is the one that you gave.',
  unchecked: 'The signature of “{name}” on the checkpoint was not checked: its key is not here.',
  term: { cycle: 'Cycle', report: 'Report', upToPosition: 'Data up to position', issued: 'Issued', origin: 'Ledger', size: 'Events of the checkpoint', fingerprint: 'Fingerprint of the key (SHA-256)', checked: 'Checked (clock of this machine)' },
  issuedAt: '{time} (China), position {position}',
  limit: [
    'That it holds means: since the checkpoint was signed, nothing in these events and this report was altered, removed or added.',
    'It does not mean that the submitted figures are true; that takes evidence and inspection.',
    'A person who can rewrite the ledger and also holds the signing key can make another one. Only comparing the fingerprint with one published elsewhere, or the checkpoint with one kept elsewhere, rules that out.',
    'The framework is the one that was recorded when the cycle was opened; whether its rules are right is not verified.',
  ],
  code: {
    BUNDLE_FORM: {
      form: 'This is not a sound proof bundle{member}.', json: 'This is not a proof bundle: not JSON.', length: 'This is not a proof bundle: empty, or above 64 MiB.',
      spelling: 'This bundle is not spelled as it must be; it may have been altered or saved again.', members: 'This bundle lacks members, has others, or has them in another order{member}.',
      order: 'Something of this bundle is out of order{member}: exchanged, duplicated or removed.',
      earlier: 'This is a bundle of the earlier format, without the framework; ask for a new proof of the report.',
    },
    CHECKPOINT_KEY: 'The key in the bundle (fingerprint {key}) is not the one that you gave (fingerprint {trusted}).',
    CHECKPOINT_SIGNATURE: 'The checkpoint bears no valid signature of the key (fingerprint {key}): checkpoint or key was altered.',
    EVENT_NOT_IN_TREE: '{event} is not in the checkpoint’s ledger: its content, place or path was altered.',
    EVENT_FORM: 'Position {position} holds no event of a ledger.',
    ISSUED_EVENT: 'The last event is not the issue of this report: {event}.',
    STREAM_NOT_WHOLE: { foreign: '{event} does not belong to this report.', gap: 'Before {event}, place {next} of its stream is missing.', length: 'Stream {stream} must have {listed} events, but has {found}.', end: 'The last event of stream {stream} is not the one that is listed.', commit: 'Before {event}, events of the same commit are missing: a stream was left out as a whole.', hidden: 'Stream {stream} is missing: the cycle opened it for the framework, and it was left out as a whole.', unopened: 'Stream {stream} is too many: the framework has no such indicator or section.' },
    STREAMS_ROOT: 'The streams are not all that there were at the issue: one or its end was removed or added (their root is {root}, at the issue it was {issued}).',
    FRAMEWORK: {
      hash: 'The framework is not the one that the cycle was opened with: its hash is {hash}, the opening recorded {opened}.',
      form: 'The framework in the bundle cannot be read: {detail}.',
      other: 'The framework is named {name}, but is not the published one: its hash is {hash}, that of the published one {published}.',
    },
    OTHER_FORM: 'The report was made in document form {form}; this page supports form {known} only. Take the page of that version. This does not mean that the report is wrong.',
    MODEL_HASH: 'The report’s content was altered: its hash is {hash}, at the issue it was {issued}.',
    MODEL_FORM: 'The form of the report’s content is not supported by this page{member}.',
    VALUE_NOT_FROM_EVENT: {
      opening: 'No event of the bundle opened the cycle.', other: 'The cycle was not opened with the framework “{framework}”.', spelling: 'The content is not spelled as it must be.',
      item: 'Position {position}: item “{item}” is recorded under “{holder}”, where the framework does not have it.',
      unit: 'Position {position}: item “{item}” has another kind or unit than in the framework.',
      order: 'The event at position {position} cannot be there: the cycle had not opened, had opened already, or was closed.',
      cycle: 'Position {position} opens a cycle with an id, jurisdiction, name, year or deadline that no ledger takes.',
      id: 'The event at position {position} has the id of an event before it.',
      commit: 'The event at position {position} is of a commit that ended before it, or has another time than its commit.',
      report: 'Position {position} issues a report with an id that no ledger takes, or with that of a report before it.',
      registration: 'Position {position} registers an organisation with an id, name or roles that no ledger takes, or as it is registered already.',
      closing: 'Position {position} closes the cycle without a reason that a ledger takes.',
      submitter: 'Position {position}: item “{item}” is of “{organisation}”, which was not registered then or may not submit it.',
      number: 'Position {position}: item “{item}” has a value, decimals, basis or date that the framework does not allow.',
      period: 'Position {position}: item “{item}” is for another period than in the framework.',
      text: 'Position {position}: “{item}” has a text, note or reason that is blank, too long, or in a form that no ledger takes.',
      word: 'Position {position}: “{item}” is not one of the answers that the framework allows.',
      narrative: 'Position {position}: the narrative “{item}” has a typed number, or a placeholder that no ledger takes.',
      evidence: 'Position {position}: the evidence file of “{item}” is not fully described, or was attached before.',
      act: 'Position {position}: “{item}” was submitted, corrected, withdrawn or reviewed in a state that does not allow it.',
      time: 'Position {position} is recorded long before an event before it, or in another century.',
      late: 'Position {position}: “{item}” was submitted for the first time after the deadline.',
      content: '{place} reads “{found}”; by ledger and framework it must be “{expected}”.',
    },
    REPORT_TEXT: {
      number: '“{name}”, {place}: {number} reads “{found}”, but “{expected}” was issued.',
      date: '“{name}”, {place}: the date reads “{found}”, but “{expected}” was issued.',
      text: '“{name}”, {place}: it reads “{found}”, but “{expected}” was issued.',
      cell: '“{name}”, {place}: “{expected}” is in another cell.',
      added: '“{name}”, {place}: a paragraph was added: “{found}”.',
      missing: '“{name}”, {place}: a paragraph is missing: “{expected}”.',
    },
    REPORT_HIDDEN: '“{name}” is not an issued file, and it holds what may be shown otherwise ({part}: {detail}), so that its text cannot be called the same.',
    REPORT_COPY: {
      same: '“{name}” is not the issued file (SHA-256 {hash}); the text that can be read is the same. It may have been saved again; its layout was not compared.',
      added: '“{name}” is not the issued file (SHA-256 {hash}); the text that can be read is the same, except that the following was added. Its layout was not compared.',
    },
    REPORT_FILE: {
      rendered: 'The {name} of the issue is not what this content is rendered to (it would be {hash}, recorded is {issued}).', surplus: 'The issue records one file too many, “{name}”.',
      form: '“{name}” is not an issued file, and neither DOCX nor HTML, so that no difference can be named.',
      length: '“{name}” is not an issued file, and too large to name a difference.',
      unreadable: '“{name}” is not an issued file, and its text cannot be read ({detail}), so that no difference can be named.',
    },
  },
  event: 'position {position} (stream {stream}, place {seq}, {type}, {time}{organisation})', eventOnly: 'position {position} (its content cannot be read)',
  comma: ', ', number: 'a number', numberOf: '“{item}” ({source}{event})', numberAt: ', position {position} of the ledger',
  at: ' ({member})', whole: 'the whole file',
  place: { about: '“{name}” of what the report is about', window: 'the window’s title', body: 'paragraph {paragraph} of the body{holder}', holder: ' (indicator or section {holder})', annex1: 'annex 1{row}{column}', annex2: 'annex 2{row}{column}', row: ', row {row}', column: ', column “{column}”', end: 'the end' },
};

const WORDS = { 'zh-CN': ZH, en: EN };
const SHOWN = 240;

/** The words of a language. */
export const wordsOf = language => WORDS[language];

/** Fills `{name}`s in; text from files is shortened and cannot turn the reading direction. */
export const fill = (text, facts = {}) => text.replace(/\{(\w+)\}/g, (_, name) => safe(String(facts[name] ?? '')));

/** What does not hold, in plain words. */
export function explain(words, { code, place }) {
  const text = words.code[code];
  const facts = { ...place, event: event(words, place), member: member(words, place), place: where(words, place), number: number(words, place) };
  const sentence = fill(typeof text === 'string' ? text : text[place.what ?? place.why], facts);
  return sentence[0].toUpperCase() + sentence.slice(1);
}

function event(words, place) {
  if (place.stream === undefined || place.seq === undefined) return fill(words.eventOnly, place);
  const organisation = place.organisation ? words.comma + place.organisation : '';
  return fill(words.event, { ...place, time: time(place.time), organisation });
}

function number(words, place) {
  if (!place.item) return words.number;
  return fill(words.numberOf, { ...place, event: place.position ? fill(words.numberAt, place) : '' });
}

const member = (words, { member: name }) => (name === undefined ? '' : fill(words.at, { member: name || words.whole }));

function where(words, { place }) {
  if (!place) return '';
  const part = words.place[place.part] ?? words.place.end;
  return fill(part, {
    ...place,
    holder: place.holder ? fill(words.place.holder, place) : '',
    row: place.row ? fill(words.place.row, place) : '',
    column: place.column ? fill(words.place.column, place) : '',
  });
}

function safe(text) {
  const characters = [...text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd')];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : characters.join('');
}

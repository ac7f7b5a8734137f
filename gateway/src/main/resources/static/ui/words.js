// The words of the live page and of what all pages share, in Chinese and English. Titles of indicators and organisations come with the data.
import { reactive } from './lib.js';

const zh = {
  title: '履职账本·填报进度',
  cycle: '评价周期',
  language: 'English',
  languageLabel: 'Switch to English',
  signOut: '退出登录',
  submitted: '已报',
  submittedOf: '已报 / 应报',
  asOf: '截至',
  position: '账本序号',
  group: '评价方面',
  number: '序号',
  indicator: '评价指标',
  verdict: '评价结果',
  findings: '疑点',
  board: '二十项指标填报与评价情况',
  organisations: '填报单位进度',
  organisation: '填报单位',
  noOrganisations: '尚无登记的填报单位',
  reports: '已签发报告',
  noReports: '尚未签发',
  reportsNotForYou: '当前账号不能查看已签发的报告',
  reportsUnreadable: '暂时读不到已签发的报告',
  proof: '证明文件',
  comma: '，',
  reportUpTo: (number, newest, position) => `第 ${number} 份${newest ? '（最新）' : ''}，截至序号 ${position}`,
  missing: '尚缺数据项',
  narrative: '文字材料',
  reasons: '评价依据',
  nothingMore: '数据已齐，没有更多说明',
  loading: '正在读取……',
  unreadable: '暂时读不到说明',
  waiting: '正在等待第一份进度……',
  noSuchCycle: (cycle) => `没有评价周期“${cycle}”，或当前账号无权查看。`,
  chooseCycle: '请选择评价周期',
  noCycles: '还没有评价周期',
  signIn: '登录',
  signInHint: '请粘贴访问令牌。令牌只保存在浏览器脚本读不到的 Cookie 里。',
  token: '访问令牌',
  signInRefused: '令牌无效或已过期，请重新获取。',
  signInFailed: '现在无法登录，请稍后再试。',
  sessionOver: '登录已过期，请重新登录。登录后回到刚才的位置。',
  replace: '是否更换登录身份？',
  replaceHint: (subject) => `当前登录身份为“${subject}”。此链接带有另一个访问令牌，更换后将以该令牌的身份操作。链接来源不明时请保持当前登录。`,
  keepSession: '保持当前登录',
  replaceSession: '更换登录',
  audit: '审计回放',
  statement: (s, r, p) => `已报 ${s} 项，应报 ${r} 项，账本序号 ${p}`,
  verdicts: { PASS: '合格', BASIC_PASS: '基本合格', FAIL: '不合格', PENDING: '待填报', TO_VERIFY: '待核实', NOT_APPLICABLE: '不适用' },
  connection: { connecting: '正在连接', live: '实时更新', reconnecting: '连接中断，正在重连', silent: '长时间没有收到消息，正在重连', unknown: '无此评价周期' },
};

const en = {
  title: 'DutyLedger · collection progress',
  cycle: 'Cycle',
  language: '中文',
  languageLabel: '切换到中文',
  signOut: 'Sign out',
  submitted: 'Submitted',
  submittedOf: 'Submitted / required',
  asOf: 'As of',
  position: 'Ledger position',
  group: 'Group',
  number: 'No.',
  indicator: 'Indicator',
  verdict: 'Verdict',
  findings: 'Findings',
  board: 'Submissions and verdicts of the twenty indicators',
  organisations: 'Progress of organisations',
  organisation: 'Organisation',
  noOrganisations: 'No organisation is registered yet',
  reports: 'Issued reports',
  noReports: 'None issued yet',
  reportsNotForYou: 'This account may not see issued reports',
  reportsUnreadable: 'Issued reports cannot be read at the moment',
  proof: 'Proof',
  comma: ', ',
  reportUpTo: (number, newest, position) => `No. ${number}${newest ? ' (newest)' : ''}, up to position ${position}`,
  missing: 'Missing items',
  narrative: 'Narrative',
  reasons: 'Reasons',
  nothingMore: 'All items are there; nothing more to report',
  loading: 'Loading…',
  unreadable: 'The reasons cannot be read at the moment',
  waiting: 'Waiting for the first progress…',
  noSuchCycle: (cycle) => `There is no cycle "${cycle}", or this account may not see it.`,
  chooseCycle: 'Choose a cycle',
  noCycles: 'There is no cycle yet',
  signIn: 'Sign in',
  signInHint: 'Paste your access token. It is kept in a cookie that no script can read.',
  token: 'Access token',
  signInRefused: 'The token is not valid or has expired.',
  signInFailed: 'Signing in is not possible at the moment. Try again shortly.',
  sessionOver: 'Your session is over. Sign in again to continue where you were.',
  replace: 'Replace the current session?',
  replaceHint: (subject) => `You are signed in as "${subject}". This link carries another access token; with it you would act as its bearer. Keep the current session unless you know the source of the link.`,
  keepSession: 'Keep the current session',
  replaceSession: 'Replace it',
  audit: 'Audit',
  statement: (s, r, p) => `${s} of ${r} items submitted, ledger position ${p}`,
  verdicts: { PASS: 'Pass', BASIC_PASS: 'Basic pass', FAIL: 'Fail', PENDING: 'Pending', TO_VERIFY: 'To verify', NOT_APPLICABLE: 'Not applicable' },
  connection: { connecting: 'Connecting', live: 'Live', reconnecting: 'Connection lost, reconnecting', silent: 'Nothing received for a while, reconnecting', unknown: 'No such cycle' },
};

const state = reactive({ english: localStorage.getItem('language') === 'en' });

export const VERDICTS = ['PASS', 'BASIC_PASS', 'FAIL', 'TO_VERIFY', 'PENDING', 'NOT_APPLICABLE'];

/** The one of two that is in the language of the page. */
export const inLanguage = (chinese, english) => (state.english ? english : chinese);

export const words = () => inLanguage(zh, en);

/** The title in the language of the page, where the data has it. */
export const titleOf = (thing) => (state.english && thing.titleEn) || thing.title;

export function showLanguage() {
  document.documentElement.lang = state.english ? 'en' : 'zh-CN';
}

export function switchLanguage() {
  state.english = !state.english;
  localStorage.setItem('language', state.english ? 'en' : 'zh');
  showLanguage();
}

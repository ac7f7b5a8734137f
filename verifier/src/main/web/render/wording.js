/** The words that every form of the report adds to its model. */

const ORIGINS = {
  REPORTED: '填报', AT_LEAST: '填报（下限）', DECLARED: '填报单位申报', COMPUTED: '系统测算', FACT: '事实', CYCLE: '评价周期设定',
};
export const SOURCES_TITLE = '数据来源对照表';
export const RESULTS_TITLE = '评价结果';
export const SOURCE_HEADS = ['编号', '指标', '数据项', '数值', '来源', '填报单位', '时期', '记录时间'];
export const RESULT_HEADS = ['序号', '指标', '结果', '理由'];

export const origin = source => ORIGINS[source.origin] ?? source.origin;
export const value = source => source.value + (source.origin === 'AT_LEAST' ? '余' : '') + source.unit;
export const verdict = result => result.verdict + (result.score === undefined ? '' : `（${result.score}）`);

/** An instant in China's official time. */
export function time(instant) {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : new Date(at.getTime() + 8 * 3600000).toISOString().slice(0, 19).replace('T', ' ');
}

export function sourcesNote({ about, sha256 }) {
  return `本表列明正文每一数字的来源；数据截至账本序号${about.upToPosition}（${time(about.asOf)}）。指标体系：${about.frameworkTitle}`
    + `（${about.framework}，版本${about.frameworkVersion}）。报告模型SHA-256：${sha256}。`;
}

export function resultsNote({ about }) {
  return `评价结果由系统按指标体系规则依据账本序号${about.upToPosition}及以前的数据测算。`;
}

/** The note of a computation on the declared value; empty where none was declared. */
export function declared({ declaredValue, difference }) {
  if (declaredValue === undefined || difference === undefined) return '';
  const zero = !/[1-9]/.test(difference);
  const comparison = zero ? '，与测算值一致' : `，测算值比申报值${difference.startsWith('-') ? '小' : '大'}${difference.replace('-', '')}`;
  return `；填报单位申报${declaredValue}${comparison}`;
}

/** The lines under a verdict; at least one. */
export function reasons(result) {
  const lines = result.missing.length > 0 ? [`待填报：${result.missing.join('、')}`] : [];
  const findings = [...result.findings];
  for (const reason of result.reasons) {
    // a rule that only gives rise to a finding is named once, as the finding
    const at = findings.indexOf(reason.text);
    if (at >= 0) findings.splice(at, 1);
    lines.push(`${at >= 0 ? '疑点' : reason.outcome}：${reason.text}${reason.source === undefined ? '' : `（${reason.source}）`}`);
  }
  lines.push(...findings.map(text => `疑点：${text}`));
  if (lines.length === 0) lines.push('材料齐全');
  return lines;
}

/** Where a report's content is not what it must be. */

// headings of the columns that members of a row are printed in
const SOURCE_COLUMNS = {
  id: '编号', holder: '指标', place: '指标', item: '数据项', name: '数据项', value: '数值', unit: '数值', origin: '来源', period: '时期',
  'event.organisation': '填报单位', 'event.recordedAt': '记录时间', 'event.position': '账本序号', 'event.eventId': '事件', computation: '填报单位',
};
const RESULT_COLUMNS = { indicator: '序号', title: '指标', verdict: '结果', score: '结果', missing: '理由', reasons: '理由', findings: '理由' };

/** The first difference as {expected, found, place}, or null. */
export function firstDisagreement(expected, found) {
  for (const part of ['about', 'body', 'sources', 'results']) {
    const path = differing(expected[part], found[part], []);
    if (path) {
      return { place: placeOf(part, path, found, expected), expected: shown(at(expected[part], path)), found: shown(at(found[part], path)) };
    }
  }
  return null;
}

/** The members on the way to the first difference; null when both are the same. */
function differing(one, other, path) {
  if (one === other) return null;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other)) {
    return path;
  }
  const names = Array.isArray(one) ? [...Array(Math.max(one.length, other.length)).keys()] : [...new Set([...Object.keys(one), ...Object.keys(other)])].sort();
  for (const name of names) {
    const deeper = Object.hasOwn(one, name) && Object.hasOwn(other, name) ? differing(one[name], other[name], [...path, name]) : [...path, name];
    if (deeper) return deeper;
  }
  return null;
}

const at = (value, path) => path.reduce((part, name) => part?.[name], value);

const shown = value => (typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value));

function placeOf(part, [index, ...rest], found, expected) {
  const one = found[part]?.[index] ?? expected[part]?.[index];
  const column = columns => columns[rest.join('.')] ?? columns[rest[0]] ?? '';
  switch (part) {
    case 'body': return { part, paragraph: index + 1, holder: one?.holder ?? '' };
    case 'sources': return { part: 'annex1', row: one?.id ?? '', column: column(SOURCE_COLUMNS) };
    case 'results': return { part: 'annex2', row: one?.indicator ?? '', column: column(RESULT_COLUMNS) };
    default: return { part, name: index };
  }
}

/** Numbers that are not usual for a county, with the number that was probably meant: org.dutyledger.evaluation.Plausibility. */
import { decimal, isWithin, plain, shifted, stripped } from '../decimals.js';

/** What is often given instead of the unit asked for, and the power of ten between them. */
const SLIPS = {
  亿元: [['万元', -4], ['元', -8]],
  万元: [['元', -4], ['亿元', 4]],
  元: [['万元', 4]],
  '元/生·年': [['万元', 4]],
  '%': [['小数', 2]],
  人: [['万人', 4]],
  人次: [['万人次', 4]],
};

/** The text of the finding, or undefined for a usual number; `shown` is the number as texts print it. */
export function implausible({ name, unit, plausibleMin: min, plausibleMax: max }, number, shown) {
  const usual = value => isWithin(value, min, max);
  if (usual(number)) return undefined;
  const [given, power] = (Object.hasOwn(SLIPS, unit) ? SLIPS[unit] : []).find(([, by]) => usual(shifted(number, by))) ?? [];
  const advice = given === undefined ? '请核对单位和数值'
    : `请核对是否按${given}填报（如是，应为${short(shifted(number, power))}${unit}）`;
  return `${name}：填报值${shown}${unit}，通常${range(min, max, unit)}，${advice}`;
}

/** The same for a computed figure, such as the growth over the base year. */
export function implausiblyComputed({ name, unit, plausibleMin: min, plausibleMax: max }, number, shown) {
  return isWithin(number, min, max) ? undefined : `${name}：测算值${shown}${unit}，通常${range(min, max, unit)}，请核对测算依据的各项数据`;
}

function range(min, max, unit) {
  if (min === undefined) return `不超过${short(decimal(max))}${unit}`;
  return max === undefined ? `不低于${short(decimal(min))}${unit}` : `在${short(decimal(min))}至${short(decimal(max))}${unit}之间`;
}

const short = number => plain(stripped(number));

import type { Adjustment } from '../../../api/types';

export const zh = {
  title: '再往前一步',
  lead: '下面每一样，单独办到就会多出一些合适的岗位。值不值得办，由您自己定。',
  leadOfficer: '下面每一样，单独办到就会多出一些合适的岗位。可以讲给本人听，办不办由本人定。',
  none: '现在没有“只差一样就合适”的岗位。',
  noneWhy: '没填的证书、学历和班次不算差，填上以后才能判断。',
  toSection: (n: number) => `再往前一步：有 ${n} 样，办到一样就多一些岗位`,
  you: '您',
  person: '本人',
  /** What would be different. */
  does: {
    certificate: (name) => `考取“${name}”`,
    driving_licence: (name) => `考取 ${name} 驾驶证`,
    renewal: (name) => `把过期的“${name}”续上`,
    degree: (name) => `学历提升到${name}`,
    skill: (name) => `学会“${name}”`,
    place_allowed: (name) => `也愿意去${name}`,
    place_added: (name) => `也愿意去${name}`,
    shift: (name) => `也接受${name}`,
    pay: (name) => `月薪要求降到 ${name} 元`,
  } satisfies Record<Adjustment['kind'], (name: string) => string>,
  opened: (n: number, atLeast: boolean) => `再多${atLeast ? '至少' : ''} ${n} 个合适的岗位`,
  /** Positions that only fit better, by what they fit better in. */
  raised: {
    general: (n: number) => `有 ${n} 个岗位会明显更合适`,
    place_added: (n: number) => `会多出 ${n} 个地点对得上的岗位`,
    shift: (n: number) => `会多出 ${n} 个班次对得上的岗位`,
    pay: (n: number) => `会多出 ${n} 个待遇对得上的岗位`,
  } as Record<'general', (n: number) => string> & Record<string, (n: number) => string>,
  both: (opened: string, raised: string) => `${opened}，另外${raised}`,
  best: '最好的是',
  bestFit: (fit: number) => `到时匹配 ${fit} 分`,
  /** What gives it, or who decides. */
  gives: {
    certificate: () => '怎么报考、要多久，可以问服务站。',
    driving_licence: () => '怎么报考、要多久，可以问服务站。',
    renewal: () => '到发证单位办续期或换证；办好以后把新的有效期填进资料。',
    degree: () => '这是岗位写明的最低学历。有没有边工作边提升的办法，可以问服务站。',
    skill: (who) => `学会以后填进资料。${who}要是本来就会，现在就可以填。`,
    place_allowed: (who) => `去不去由${who}自己定，在资料里可以改。`,
    place_added: (who) => `去不去由${who}自己定，在资料里可以改。`,
    shift: (who) => `上不上这个班由${who}自己定，在资料里可以改。`,
    pay: (who) => `要多少由${who}自己定，不改也不影响别的岗位。`,
  } satisfies Record<Adjustment['kind'], (who: string) => string>,
  addSkill: '加到我的资料',
  missing: '还差什么',
  onlyThis: (what: string) => `只差一样：${what}。`,
  better: (what: string) => `${what}，会更合适。`,
  fitThen: (fit: number) => `到时匹配 ${fit} 分。`,
};

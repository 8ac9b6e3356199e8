import type { DueKind } from '../../../api/types';

interface KindWords {
  name: string;
  task: (name: string, representative: string) => string;
}

export const zh = {
  title: '今天要办',
  lead: (n: string) => `辖区里有 ${n} 件等着办，等得最久的在最前面。`,
  kind: '事项',
  all: '全部',
  kinds: {
    verify_person: { name: '核验人员', task: (name) => `核验${name}的身份` },
    clear_id_number: { name: '号码重复', task: (name) => `查清${name}的身份证号归谁` },
    verify_organisation: { name: '核验单位', task: (name) => `核验${name}` },
    approve_representative: {
      name: '审核经办人',
      task: (name, who) => `审核${who}能否代表${name}`,
    },
  } satisfies Record<DueKind, KindWords> as Record<DueKind, KindWords>,
  what: '要办的事',
  place: '所在地',
  since: '从什么时候',
  waits: '已等',
  days: (n: number) => (n === 0 ? '不到 1 天' : `${n} 天`),
  shownOf: (n: string, all: string) => `列出等得最久的 ${n} 件，共 ${all} 件`,
  shownAll: (n: string) => `共 ${n} 件`,
  keys: 'J、K 上下移动，回车打开；打开后按 N 到“下一步”',
  copies: '文字几乎一样的岗位',
  copiesWhat:
    '不同单位用几乎一样的文字发布的岗位：可能是中介替单位发的，也可能是抄来的。请核对是谁在招人。',
  publishedOn: (day: string) => `${day}发布`,
  done: '都办完了',
  doneWhat: '辖区里没有等着办的事。新来的核验申请会出现在这里。',
  allPeople: '看全部待核验的人员',
  allOrganisations: '看全部待核验的单位',
};

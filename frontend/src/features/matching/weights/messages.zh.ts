import type { WeightsState } from '../../../api/types';

export const zh = {
  title: '匹配权重',
  lead: '匹配度的各部分各占多少，合计 100。没有人采用，权重不会自己变；每次匹配都记着用的是哪个版本。',
  version: (version: number) => `版本 ${version}`,
  inUse: '在用',
  stateOf: { proposed: '待采用', accepted: '用过' } satisfies Record<WeightsState, string>,
  parts: '各部分的权重',
  part: '部分',
  weight: '这一版',
  change: '变化',
  built: '系统自带',
  learnt: (people: string, preferences: string) => `根据 ${people} 人的 ${preferences} 个偏好`,
  proposed: (who: string, when: string) => `${who} 提议，${when}`,
  accepted: (who: string, when: string) => `${who} 采用，${when}`,
  accept: '采用',
  needsAnother: '您提议的，要由另一名系统管理员采用',
  acceptTitle: (version: number) => `采用版本 ${version}？`,
  acceptWhat:
    '从现在起，所有匹配都按它算，名单的顺序会变。请先看过提议时写的报告。要换回来，再采用原来的版本就行。',
  notAccepted: '没有采用',
  done: (version: number) => `版本 ${version} 已经在用`,
  cancel: '先不采用',
  howTitle: '怎样得到新的提议',
  how: '由系统管理员在服务器上运行命令。它根据求职者打开、收藏、放弃了哪些岗位来算，写一份报告：改什么、对谁有什么变化。数据太少时不提议。',
};

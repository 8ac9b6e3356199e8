import type { Branch } from '../../../api/types';

export const zh = {
  stretches: {
    service: {
      title: '在部队做过什么',
      hint: '请不要写部队番号、代号和驻地。',
      one: (n: number) => `第 ${n} 段服役经历`,
      add: '添加一段服役经历',
      what: '专业或岗位',
      whatHint: '多个之间用顿号隔开，如：汽车兵、炊事班长',
      didHint: '如：开运输车六年，带过五名新驾驶员',
    },
    work: {
      title: '退役后或平时做过什么工作',
      hint: '没有可以不填。',
      one: (n: number) => `第 ${n} 段工作经历`,
      add: '添加一段工作经历',
      what: '做什么工作',
      whatHint: '如：仓库管理员',
      didHint: '如：管进出库和盘点，会用仓库软件',
    },
  },
  branchLabel: '军种',
  branch: {
    army: '陆军',
    navy: '海军',
    air: '空军',
    rocket: '火箭军',
    strategic_support: '战略支援部队',
    joint_logistics: '联勤保障部队',
    aerospace: '军事航天部队',
    cyberspace: '网络空间部队',
    information_support: '信息支援部队',
    police: '武警部队',
    other: '其他',
  } satisfies Record<Branch, string>,
  from: '从哪年',
  to: '到哪年（至今可空）',
  did: '具体做过什么（选填）',
  lacks: {
    title: '请填写做什么工作',
    from: '请填 4 位年份，如 2012',
    to: '请填 4 位年份，如 2020',
  },
};

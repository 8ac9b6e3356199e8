import type { Section } from '../../../api/types';

/** What is told of a request: once it is granted, the organisation is one's own. */
export type RequestState = 'pending' | 'refused';

export const zh = {
  title: '单位核验',
  lead: '核验由单位所在镇、街道的退役军人服务站办理，看的是真实、合法，不收费。',
  back: '返回单位核验',
  how: '怎么核验',
  steps: [
    '在网上登记单位，或者申请代表一个已经登记的单位。',
    '带营业执照和经办人本人身份证，到单位所在镇、街道的退役军人服务站。',
    '工作人员核对：单位名称、统一社会信用代码、所在地，以及您是不是单位的人。',
    '核对通过，这里变成“已核验”，就可以发布岗位。',
  ],
  own: '您代表的单位',
  requests: '您申请代表的单位',
  request: {
    pending: '等服务站审核',
    refused: '没有准许',
  } satisfies Record<RequestState, string>,
  askedOn: '申请时间',
  decidedOn: '答复时间',
  requestNext: {
    pending:
      '请带营业执照、单位授权书和本人身份证，到单位所在镇、街道的退役军人服务站。单位还没核验的，先核验单位，再审核您。准许以后请重新登录一次，就能在这里改资料、写岗位，不用再申请。',
    refused:
      '服务站没有准许您代表这个单位。请到单位所在镇、街道的服务站问清原因，带齐单位授权书和本人身份证，再申请一次。',
  } satisfies Record<RequestState, string>,
  askAgain: '再申请一次',
  none: '您还没有代表的单位',
  noneAdvice: '单位没登记过，选“登记单位”；登记过的，选“申请代表”，等服务站同意。',
  register: '登记单位',
  registerLead: '登记后，您同时申请代表这个单位。',
  represent: '申请代表已登记的单位',
  representLead: '服务站会向单位核实您的身份，同意后您就能管理它的岗位。',
  edit: '改单位资料',
  kind: '是什么单位',
  kinds: { enterprise: '企业', association: '协会、商会' },
  name: '单位名称',
  nameHint: '和营业执照一样',
  code: '统一社会信用代码',
  codeHint: '营业执照上的 18 位代码',
  codeShort: (n: number) => `要 18 位，现在有 ${n} 位`,
  codeWrong: '代码对不上校验位，请照营业执照核对',
  codeFine: '代码校验正确',
  noCode: '没有信用代码的原因',
  noCodeHint: '有代码就不用填',
  division: '所在地',
  divisionHint: '选镇或街道，由那里的服务站核验',
  address: '详细地址',
  industry: '行业',
  section: ({ name }: Section) => name,
  industryHint: '写平时的叫法再选，如餐饮、物流、物业；选不到就照自己的写',
  description: '单位介绍',
  descriptionHint: '做什么、多少人、对退役军人有什么安排；求职者能看到',
  again: '保存以后要重新核验',
  againWhy:
    '您改了单位名称、信用代码或所在地。保存后单位变成“等待核验”，招聘中的岗位会暂停；服务站核对以后，请您再发布。',
  save: '保存单位资料',
  send: '提交登记',
  ask: '提交申请',
  saved: '单位资料已保存',
  registered: (name: string) => `已登记“${name}”，请带材料到服务站核验`,
  asked: '已提交申请，请等服务站同意',
  toVerification: '看单位核验',
  notAsked: {
    not_found: '还没有单位用这个代码登记过',
    conflict: '您已经申请过，或者已经代表这个单位',
  },
  notAskedNext: {
    not_found: '请照营业执照核对代码。代码没错，就由您登记这个单位。',
    conflict: '不用再申请，办到哪一步请看“单位核验”。',
  },
  lacks: {
    name: '请写单位名称，至少 2 个字',
    code: '请写信用代码；没有的请说明原因',
    division: '请从列表里选所在地',
  },
};

import type { Organisation } from '../../../api/types';

export const zh = {
  title: '单位工作台',
  lead: '先看要办的事，再看本单位岗位的情况。',
  todo: '要办的事',
  nothing: '现在没有要办的事',
  nothingAdvice: '岗位快到期、草稿里有不能写的内容、单位要核验的时候，会列在这里。',
  ends: (title: string, days: number) =>
    days <= 0 ? `“${title}”今天到期` : `“${title}”还有 ${days} 天到期`,
  endsWhy: '到期后自动关闭，求职者看不到。还招就续期。',
  unlawful: (title: string, n: number) => `“${title}”有 ${n} 处不能写，发布不了`,
  unlawfulWhy: '打开看每一处依据哪一条、可以改成什么。',
  waiting: (title: string) => `“${title}”还是草稿`,
  waitingWhy: '写完就可以发布。',
  noteOf: (enterprise: string, note: string) => `${enterprise}。${note}`,
  figures: '岗位',
  figure: { open: '招聘中', draft: '草稿', paused: '已暂停', closed: '已关闭' },
  positions: (n: string) => `${n} 个`,
  wanted: (n: string) => `还要招 ${n} 人`,
  organisation: '单位核验',
  verification: {
    unverified: '等待核验',
    verified: '已核验',
    refused: '核验没有通过',
  } satisfies Record<Organisation['verification'], string>,
  verificationWhy: {
    unverified:
      '核验前可以写草稿，不能发布。请带营业执照和经办人身份证，到单位所在镇、街道的退役军人服务站，由工作人员当面核对。',
    verified: '可以发布岗位。改单位名称、信用代码或所在地以后要重新核验。',
    refused: '请看服务站写的原因，改好资料后带营业执照再到服务站核验。',
  } satisfies Record<Organisation['verification'], string>,
  checked: (what: string, day: string) => `${day}核对了：${what}`,
  toVerify: '看核验和单位资料',
  noOrganisation: '还没有登记单位',
  noOrganisationWhy: '登记单位，或者申请代表一个已经登记的单位，通过后就能发布岗位。',
  write: '写新岗位',
};

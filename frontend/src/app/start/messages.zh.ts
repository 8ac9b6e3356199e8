import type { Role } from '../../api/types';

export const zh = {
  title: '我的工作',
  lead: '这里说明您现在能办什么、接下来会有什么。',
  noRole: '您的账号还没有角色。需要办事，请联系服务站工作人员。',
  now: '现在可以',
  coming: '正在做，以后会有',
  search: '去搜索岗位',
  verify: '我代表用人单位',
  roles: {
    veteran: {
      now: ['看“我的匹配”：哪些岗位合适、为什么', '在“我的资料”里改资料、改同意事项'],
      coming: ['在网上报名岗位、看进度'],
    },
    spouse: {
      now: ['看“我的匹配”：哪些岗位合适、为什么', '在“我的资料”里改资料、改同意事项'],
      coming: ['在网上报名岗位、看进度'],
    },
    employer_representative: {
      now: ['写、发布、续期本单位岗位', '看合适的人和理由', '登记单位，看核验到哪一步'],
      coming: ['邀请合适的人来面试'],
    },
    mentor: {
      now: ['搜索岗位，陪您带教的老兵一起挑'],
      coming: ['看到请您带教的人，约时间、记进展'],
    },
    organizer: {
      now: ['搜索岗位，了解哪些单位在招人'],
      coming: ['建招聘会、排展位、现场签到'],
    },
    station_officer: {
      now: ['搜索岗位，帮来访的人挑选', '老兵和军属可以在您指导下自己注册、填资料'],
      coming: ['登记和核验老兵、单位', '批量导入名册，看辖区的人和岗位'],
    },
    finance_maker: {
      now: ['搜索岗位'],
      coming: ['制作贷款贴息、补贴的发放批次'],
    },
    finance_checker: {
      now: ['搜索岗位'],
      coming: ['复核发放批次'],
    },
    system_administrator: {
      now: ['搜索岗位', '在服务器上用 muster 命令查看后台任务'],
      coming: ['在网页上看后台任务、改设置'],
    },
    security_administrator: {
      now: ['搜索岗位'],
      coming: ['在网页上审批角色、停用账号'],
    },
    auditor: {
      now: ['搜索岗位', '在服务器上用 muster 命令核对操作记录'],
      coming: ['在网页上查操作记录'],
    },
  } satisfies Record<Role, { now: string[]; coming: string[] }>,
};

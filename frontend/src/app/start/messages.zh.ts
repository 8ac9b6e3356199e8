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
      now: [
        '“今天要办”：等着核验的人员、单位和经办人',
        '“人员”：查人、登记、核验、导入名册，为本人找岗位',
        '“单位”：核验、会员关系、岗位',
      ],
      coming: ['推荐到岗位、跟进回访'],
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
      now: ['“服务站”：市民看到的名单', '“后台任务”：看没做成的，重新运行'],
      coming: ['在网页上改设置'],
    },
    security_administrator: {
      now: ['“账号与角色”：给角色、收回角色、停用账号、给重设密码的代码'],
      coming: ['按人查看角色的来历'],
    },
    auditor: {
      now: ['“操作记录”：按事项、对象、账号、日期查谁看了什么、改了什么'],
      coming: ['导出签名的记录'],
    },
  } satisfies Record<Role, { now: string[]; coming: string[] }>,
};

export const zh = {
  reset: '重设密码',
  resetHow: '先到服务站领一个码',
  resetSteps:
    '带上身份证，到任何一个退役军人服务站，请工作人员核对身份，给您一个重设密码的码。单位和工作人员账号请找系统管理员。',
  toStations: '看服务站的地址和电话',
  code: '服务站给您的码',
  codeHint: '照纸条上的填，字母大小写都可以。只能用一次。',
  codeLacks: '请填写服务站给您的码',
  resetSubmit: '设置新密码',
  resetFailed: '没有设成新密码',
  resetDone: '新密码已设好，请登录',
};

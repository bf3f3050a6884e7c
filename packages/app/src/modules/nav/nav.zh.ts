/** Chinese of the sidebar. */
export default {
  menu: '菜单',
  home: '首页',
  catalog: '目录',
  fleet: '集群总览',
  notifications: '通知',
  settings: '设置',
};

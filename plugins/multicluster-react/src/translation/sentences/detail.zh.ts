/** Chinese of what is said about a detail. @internal */
export const detailSentencesZh: Readonly<Record<string, string>> = {
  'detail.off.logs':
    '成员集群的 Pod、事件和日志已关闭：没有为其配置凭据（{{key}}）。',
  'detail.off.works':
    '不读取实际下发到各集群的内容：这需要单独的凭据（{{key}}），因为 Work 中包含所有被下发的 Secret。',
  'detail.unmappedNamespace':
    '您在集群中没有名称：配置的映射无法将命名空间 {{namespace}} 中的人员与其他命名空间中的人员区分开',
  'detail.unmapped': '您在集群中没有名称：配置的映射没有给出对应的用户。',
  'detail.forbidden.controlPlane':
    '控制平面不允许您访问 {{cluster}}。请申请 clusters/proxy 的权限。原文：{{detail}}',
  'detail.forbidden.portal':
    '控制平面不允许门户以您的身份操作。其凭据需要模拟用户的权限。原文：{{detail}}',
  'detail.forbidden.impersonator':
    'Karmada 不能在 {{cluster}} 上以您或您所在组的身份操作。请按名称将用户和每个组绑定到 clusters/proxy。原文：{{detail}}',
  'detail.forbidden.member':
    '{{cluster}} 自身拒绝了您：那里缺少角色。原文：{{detail}}',
  'detail.direct.portal':
    '{{cluster}} 不允许门户以您的身份操作。其凭据需要 impersonate 权限。它回答：{{detail}}',
  'detail.direct.unauthenticated': '{{cluster}} 不接受门户的凭据。',
  'detail.direct.unreachable': '无法连接 {{cluster}}；仍显示其最后已知的状态。',
  'detail.unauthenticated': '控制平面不接受用于成员集群的凭据。',
  'detail.timeout': '{{cluster}} 没有及时应答。',
  'detail.unreachable':
    '控制平面无法连接 {{cluster}}。对 Pull 模式的集群这很常见；继续显示其最近已知状态。',
  'detail.aggregatedDown':
    'Karmada 中通往 {{cluster}} 及其他成员集群的部分不可用。',
  'detail.notFound': '在 {{cluster}} 上未找到。原文：{{detail}}',
  'detail.rateLimited': '{{cluster}} 要求降低请求频率。',
  'detail.failed': '无法读取 {{cluster}}。',
  'detail.failedWith': '无法读取 {{cluster}}。原文：{{detail}}',
  'detail.noSelector': '{{kind}} 没有说明哪些 Pod 属于它，因此不作猜测。',
  'detail.tooMany': '只显示前 {{count}} 个。',
};

/** Chinese of what is said about environments and the steps between them. @internal */
export const promotionSentencesZh: Readonly<Record<string, string>> = {
  'promotion.environment.notConfigured':
    '平台没有说明什么属于 {{environment}}，因此对它一无所知',
  'promotion.environment.absent': '{{environment}} 中没有运行任何相关内容',
  'promotion.environment.unread':
    '不清楚 {{environment}} 中运行着什么：{{reason}}',
  'promotion.environment.toolOnly':
    '以 {{tool}} 所述为准：没有读取 {{environment}} 的任何集群',
  'promotion.environment.toolLastKnown': '最近已知：目前无法读取 {{tool}}',
  'promotion.environment.unknown': '不完全清楚 {{environment}} 的状况',
  'promotion.environment.unhealthy': '在 {{clusters}} 上状况不佳',
  'promotion.environment.unhealthyLastKnown':
    '最近一次读取时，在 {{clusters}} 上状况不佳',
  'promotion.environment.lastKnown': '最近已知：目前无法读取 {{clusters}}',
  'promotion.environment.gate': '等待决定：{{gate}}',
  'promotion.environment.held': '在 {{clusters}} 上被暂停下发，等待放行',
  'promotion.environment.movedTag':
    '{{image}}:{{tag}} 在各集群上不是同一个镜像',
  'promotion.environment.progressing': '正在前往 {{clusters}}',
  'promotion.environment.healthy_one': '在 1 个集群上健康',
  'promotion.environment.healthy_other': '在 {{count}} 个集群上健康',
  'promotion.environment.denied': '您无权查看它在哪里运行',
  'promotion.diff.notConfirmed': '没有集群或平台确认 {{workload}} 属于谁',
  'promotion.diff.noManifest': '无法读取 {{workload}} 在 {{cluster}} 上的清单',
  'promotion.diff.tooMuch': '两份清单差异过大，无法逐行比较',
  'promotion.commits.same': '两者是同一个提交',
  'promotion.commits.unknown': '不知道两者各是哪个提交，因此无法列出其间的提交',
  'promotion.commits.notConfirmed':
    '工具和平台都没有确认 {{pipeline}} 属于谁，因此不读取其代码库',
  'promotion.commits.noRepository': '两者并非来自此处已知的同一个代码库',
  'promotion.commits.noIntegration': '平台没有为 {{host}} 配置集成',
  'promotion.commits.otherHost':
    '可列出 GitHub 和 GitLab 的提交，{{host}} 两者都不是',
  'promotion.commits.unreadable':
    '{{host}} 不向门户显示（{{status}}）：代码库是私有的，或某个提交已不存在',
  'promotion.commits.noCredential': '门户没有可用于 {{host}} 上该代码库的凭据',
  'promotion.commits.limited': '{{host}} 暂时不再回答门户的请求',
  'promotion.commits.unreachable': '{{host}} 没有及时回答',
  'promotion.commits.unclear': '{{host}} 给出了无法读取的回答',
  'promotion.commits.none':
    '不会有提交到来：{{environment}} 已有全部提交，或更新的提交',
  'promotion.lead.underWay': '变更正在进行中',
  'promotion.lead.noCluster':
    '不知道变更何时到达：没有读取 {{environment}} 的任何集群',
  'promotion.lead.mixed':
    '变更尚未到达 {{environment}} 的所有集群，或并非所有集群都说明其运行的版本',
  'promotion.lead.unseen':
    '不知道变更何时到达 {{environment}}：没有人看到其集群开始运行它',
  'promotion.drift.target': '{{cluster}} 上的 {{workload}} 与其模板不一致',
  'promotion.drift.sync': '{{pipeline}} 已部署的内容与其仓库不一致',
  'promotion.next.gate': '决定 {{gate}}',
  'promotion.next.upcomingGate': '运行将请求决定：{{gate}}',
  'promotion.next.held': '放行被暂停的 {{workload}}',
  'promotion.next.run': '由 {{pipeline}} 的运行带来',
  'promotion.next.back': '暂无：{{pipeline}} 的运行正在撤回它已带来的内容',
  'promotion.next.gateLastKnown':
    '对 {{gate}} 作出决定（若它仍在等待）：目前无法读取其工具',
  'promotion.next.sync': '同步 {{pipeline}}',
  'promotion.next.repository':
    '在 {{pipeline}} 的仓库中修改 {{environment}} 所得到的内容',
  'promotion.next.none': '这里没有已知的方式可以推进 {{environment}}',
  'promotion.blocked.unscheduled': '{{workload}} 没有被放置到任何集群',
  'promotion.blocked.unscheduledBecause':
    '{{workload}} 没有被放置到任何集群：{{reason}}',
  'promotion.blocked.quota': '{{workload}} 已没有可用配额',
  'promotion.blocked.quotaBecause': '{{workload}} 已没有可用配额：{{reason}}',
  'promotion.blocked.held': '{{workload}} 被策略暂停：不会向集群下发任何内容',
  'promotion.blocked.suspended': '{{pipeline}} 已被暂停：{{reason}}',
  'promotion.blocked.paused': '{{pipeline}} 的运行已暂停：{{reason}}',
  'promotion.blocked.gateWaiting': '{{gate}} 等待有人决定',
  'promotion.blocked.quorum': '{{gate}} 已有 {{received}}/{{needed}} 个批准',
  'promotion.blocked.quorumUnknown_one': '{{gate}} 已有 1 个批准，还需要更多',
  'promotion.blocked.quorumUnknown_other':
    '{{gate}} 已有 {{count}} 个批准，还需要更多',
  'promotion.blocked.window': '{{pipeline}} 现在不能开始：{{reason}}',
  'promotion.blocked.windowUntil':
    '{{pipeline}} 在 {{until}} 之前不能开始：{{reason}}',
  'promotion.blocked.windowApproved':
    '{{gate}} 已获批准，稍后才会生效：{{reason}}',
  'promotion.blocked.windowOfPolicy':
    '{{environment}} 中已批准的内容稍后才会生效：{{reason}}',
  'promotion.blocked.unhealthyUpstream':
    '{{environment}} 将得到的内容在 {{upstream}} 中状况不佳',
  'promotion.blocked.agentOffline': '运行 {{pipeline}} 的 {{agent}} 已离线',
  'promotion.blocked.agentStuck': '{{pipeline}} 的运行本应有进展：{{reason}}',
  'promotion.blocked.queued': '{{pipeline}} 的运行排在另一个之后：{{reason}}',
  'promotion.blocked.unknown': '{{pipeline}} 的运行没有进展，也没有任何说明',
  'promotion.notConfigured': '平台没有配置环境，因此没有人能说明哪里运行着什么',
  'promotion.unknownEnvironments':
    '{{annotation}} 指定了平台没有的环境：{{names}}',
  'promotion.outside_one': '有 1 个工作负载运行在平台未归入任何环境的地方',
  'promotion.outside_other':
    '有 {{count}} 个工作负载运行在平台未归入任何环境的地方',
  'promotion.unassigned_one': '有 1 条流水线不交付到平台指明的任何环境',
  'promotion.unassigned_other':
    '有 {{count}} 条流水线不交付到平台指明的任何环境',
};

import { placementPartsZh } from './placementParts.zh';

/** Chinese of what is said about a placement. @internal */
export const placementSentencesZh: Readonly<Record<string, string>> = {
  ...placementPartsZh,
  'placement.withdrawn': '已撤回：{{reasons}}',
  'placement.nowhere': '尚未放置：{{reasons}}',
  'placement.kept': '保持原位，无法重新放置：{{reasons}}',
  'placement.lastCopyEvicting':
    '{{clusters}} 上的最后一个副本正在迁走，而没有集群接收它：{{reasons}}。它可能在没有替代的情况下被移除',
  'placement.deleting_one': '正在删除；{{clusters}} 上还留有一个副本',
  'placement.deleting_other':
    '正在删除；{{count}} 个集群上还留有副本：{{clusters}}',
  'placement.conflict':
    '{{clusters}} 拒绝接收：那里已存在同一对象。请在 {{policy}} 上用 conflictResolution: Overwrite 接管，或在那里将其删除',
  'placement.failed': '{{clusters}} 拒绝接收：{{message}}',
  'placement.heldShort': '已暂停：{{parts}}。放行后缺少的副本才会恢复',
  'placement.heldBehind': '已暂停：{{parts}}',
  'placement.heldNew': '首次下发到 {{clusters}} 之前已暂停',
  'placement.held': '在 {{clusters}} 上已暂停：上报的是最近一次下发的内容',
  'placement.unhealthyCounts':
    '在 {{cluster}} 上不健康：{{desired}} 个副本中 {{available}} 个可用',
  'placement.unhealthy': '在 {{clusters}} 上不健康',
  'placement.jobFailed':
    '任务在 {{clusters}} 上失败（Karmada 自身判定为健康）：{{message}}',
  'placement.jobFailedThere': '任务在 {{clusters}} 上失败：{{message}}',
  'placement.paused':
    '在 {{clusters}} 上更改途中被暂停：有人恢复发布后才会继续',
  'placement.suspended': '在 {{clusters}} 上已挂起：有人恢复之前不会运行',
  'placement.overdue':
    '{{clusters}} 上的发布在 {{minutes}} 分钟后仍未完成：请查看那里的 Pod',
  'placement.silent': '{{clusters}} 已接收，但此后没有上报任何内容',
  'placement.frozen':
    '已冻结：其策略已被删除，更改不再到达 {{clusters}}。请让某个策略重新选中它',
  'placement.frozenNowhere':
    '不在任何集群上：其策略已被删除，因此不再被放置。请让某个策略重新选中它',
  'placement.frozenBehind_one':
    '已冻结：其策略已被删除，最近一次更改没有到达 {{clusters}}。请让某个策略重新选中它',
  'placement.frozenBehind_other':
    '已冻结：其策略已被删除，最近 {{count}} 次更改没有到达 {{clusters}}。请让某个策略重新选中它',
  'placement.orphanedNeeded':
    '其策略已被删除：它会一直留在 {{clusters}}，此外跟随需要它的对象（{{parents}}）。请让某个策略重新选中它',
  'placement.awaitingPurge': '{{clusters}} 上的旧副本会保留，直到有人确认移除',
  'placement.evicting': '正在迁离 {{clusters}}；新副本健康后旧副本才会移除',
  'placement.evictingUntil':
    '正在迁离 {{clusters}}；新副本健康后旧副本移除，最迟在 {{deadline}}（Karmada 默认配置）',
  'placement.evictingNow': '正在迁离 {{clusters}}；移除已确认，旧副本随即移除',
  'placement.evictingDirectly':
    '正在不重叠地迁离 {{clusters}}：会有片刻没有副本运行',
  'placement.rolling_one':
    '正在 {{clusters}} 上发布：{{desired}} 个副本中 {{updated}} 个已更新，{{available}} 个可用',
  'placement.rolling_other':
    '发布中：{{total}} 个集群中 {{done}} 个已完成，还剩 {{count}} 个',
  'placement.scalingDown':
    '正在 {{clusters}} 上缩容：运行 {{running}} 个副本，期望 {{wanted}} 个',
  'placement.rollingPlain': '正在 {{clusters}} 上发布',
  'placement.pending_one': '正在下发到 {{clusters}}',
  'placement.pending_other': '正在下发到 {{count}} 个集群：{{clusters}}',
  'placement.waitingForScheduler': '等待调度器放置',
  'placement.rescheduling':
    '等待调度器：{{wanted}} 个副本中 {{placed}} 个已分配到集群',
  'placement.rebalancing': '已请求重新平衡，但尚未执行',
  'placement.schedulingSuspendedNew':
    '未放置：其调度已暂停（绑定上的 spec.suspension.scheduling）',
  'placement.schedulingSuspended':
    '保持原位：其调度已暂停（绑定上的 spec.suspension.scheduling）',
  'placement.scaledToZero': '已主动缩容到零：模板不要求任何副本',
  'placement.fallback':
    '运行在备用分组 {{used}}，而不是 {{preferred}}；它不会自行返回，请请求重新平衡（Karmada 1.19 及以上）',
  'placement.unplaced.noPolicy': '未放置：没有策略选中 {{kind}} {{name}}',
  'placement.unplaced.nearest':
    '未放置：没有策略选中 {{kind}} {{name}}。最接近的是 {{policy}}：请将它加入其 resourceSelectors',
  'placement.unplaced.lazy':
    '{{policy}} 选中了它，但为惰性生效：将在模板下次更改时接管',
  'placement.unplaced.notYet': '{{policy}} 选中了它，但尚未接管',
  'placement.unplaced.claimed': '{{policy}} 已接管它；绑定尚未出现',
  'placement.unplaced.reserved':
    '未放置：Karmada 从不下发命名空间 {{namespace}} 中的内容',
  'placement.unplaced.alone': '已看到，但它在哪里运行尚未存储',
  'placement.unplaced.deleting': '正在删除',
  'placement.loss.alone':
    '不会：没有控制平面迁移 {{cluster}} 上运行的内容，它要么继续在那里运行，要么停止',
  'placement.loss.evicting': 'Karmada 已经在把它迁离 {{cluster}}',
  'placement.loss.awaitingPurge':
    '它在 {{cluster}} 上的旧副本会保留，直到有人确认移除',
  'placement.loss.frozen': '不会：其策略已被删除，Karmada 不再迁移它',
  'placement.loss.held':
    'Karmada 可能把它的副本分配到其他集群，但暂停期间不会下发任何内容',
  'placement.loss.noScheduling': '不会：其调度已暂停',
  'placement.loss.dependency':
    '它跟随依赖它的对象（{{parents}}），在其迁移时一同迁移',
  'placement.loss.stays':
    '不会自动处理：它仍分配在 {{cluster}}，直到有人添加 NoExecute 污点或重新平衡',
  'placement.loss.staysDuplicated':
    '不会自动处理：其他集群保留各自的副本，{{cluster}} 恢复后它会继续运行',
  'placement.loss.evictable':
    '启用驱逐时，Karmada 会因污点 {{taint}} 把它迁离 {{cluster}}；它不会自行返回',
  'placement.loss.evictableDuplicated':
    '启用驱逐时，Karmada 会因污点 {{taint}} 把它从 {{cluster}} 移除，并在集群恢复后重新放置',
  'placement.loss.spread':
    '不会自动处理：它仍分配在 {{cluster}}。一旦迁走，没有 {{cluster}} 可能无法满足分布约束，它会留在剩余的集群上',
  'placement.loss.leaving': '它本来就在移除中',
};

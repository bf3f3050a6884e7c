/** Chinese of what is said about lanes. @internal */
export const laneSentencesZh: Readonly<Record<string, string>> = {
  'lane.off.act': '暂停与放行未启用：没有为写入配置凭据（{{key}}）。',
  'lane.off.works':
    '暂停下发未启用：查看被暂停的内容需要单独的凭据（{{key}}），因为 Work 中包含所有被分发的 Secret。',
  'lane.check.works.ok': '渲染出的内容全部可读：{{count}} 个。',
  'lane.check.works.failed':
    '渲染出的内容无法读取，审批人将看不到自己批准的是什么。返回信息：{{detail}}',
  'lane.check.works.off':
    '渲染出的内容无法读取，审批人将看不到自己批准的是什么：没有为此配置凭据（{{key}}）。',
  'lane.check.tooMany':
    '该策略渲染出的对象超过 {{count}} 个，无法在每次投票时全部读取。请拆分该策略。',
  'lane.check.dependencies.ok': '没有内容会随 propagateDeps 绕过暂停。',
  'lane.check.dependencies.failed':
    '以下内容随 propagateDeps 分发，且没有一同暂停：{{names}}。请用同样设防的策略分别放置，否则它们的变更会不经批准到达集群。',
  'lane.check.dependencies.unknown':
    '尚不知道哪些内容随 propagateDeps 分发，请稍后再看。',
  'lane.check.clusters.ok': '放置可能选择的集群都在暂停范围内：{{clusters}}。',
  'lane.check.clusters.failed':
    '放置可能选择 {{clusters}}，而现有的暂停覆盖不到那里。',
  'lane.check.clusters.unreadable':
    '无法读取放置可能选择的集群。返回信息：{{detail}}',
  'lane.check.managers.ok': '没有其他管理者拥有用于暂停的字段。',
  'lane.check.managers.failed':
    'spec.suspension 由 {{managers}} 管理。请把它从对方应用的内容中去掉，否则双方会互相覆盖。',
  'lane.check.held.ok': '没有其他人在暂停它。',
  'lane.check.held.failed':
    '它已经被暂停，且没有门户的备注。请先取消该暂停：{{command}}',
  'lane.check.lazy.ok': '策略立即生效。',
  'lane.check.lazy.failed':
    '该策略为 Lazy：暂停与放行要等到每个模板下一次变更时才会生效。',
  'lane.check.version.ok': '此 Karmada 会按要求暂停下发。',
  'lane.check.version.none':
    '此 Karmada 不能暂停下发：该功能自 1.11 版起提供。',
  'lane.check.version.unknown':
    '此 Karmada 早于 1.15，其中部分版本在有人删除集群内的对象时，会把被暂停的内容发出去。请升级；如果版本不低于 1.12.8、1.13.5 或 1.14.2，请在 {{key}} 中写明。',
  'lane.check.version.unfixed':
    'Karmada {{version}} 在有人删除集群内的对象时，会把被暂停的内容发出去。1.12.8、1.13.5、1.14.2 和 1.15 已修复。',
  'lane.check.rights.ok': '具备暂停与放行所需的权限。',
  'lane.check.rights.failed': '缺少权限：{{rights}}。',
  'lane.check.rights.off': '没有为写入配置凭据（{{key}}）。',
  'lane.check.deleting.ok': '策略没有正在被删除。',
  'lane.check.deleting.failed': '策略正在被删除。',
  'lane.check.unreadable': '无法读取策略。返回信息：{{detail}}',
  'lane.stale': '策略在此期间发生了变更。请重新查看后再发送。',
  'lane.managedElsewhere':
    'spec.suspension 由 {{managers}} 管理：没有做任何更改。',
  'lane.refused': '控制面没有接受这次更改。返回信息：{{detail}}',
  'lane.forbidden': '控制面不允许门户更改该策略。返回信息：{{detail}}',
  'lane.forbidden.person':
    '控制面不允许 {{name}} 更改该策略。返回信息：{{detail}}',
  'lane.forbidden.portal':
    '控制面不允许门户以此人的身份操作，门户的凭据需要 impersonate 权限。返回信息：{{detail}}',
  'lane.gone': '策略已经不存在。',
  'lane.goneHeld': '策略已经不存在，留下了仍被暂停的内容：{{names}}。',
  'lane.unavailable': '无法询问控制面，没有发送任何内容。返回信息：{{detail}}',
  'lane.ambiguous': '控制面没有应答。在重新读取之前，不知道它是否接受了更改。',
  'lane.unreadable': '无法读取被暂停的内容。返回信息：{{detail}}',
  'lane.already': '已经是这样。',
  'lane.wouldBeTaken': '控制面会接受这一更改。',
  'lane.wouldStayHeld':
    '控制面会接受这一更改，但仍然不会有内容下发：{{managers}} 也通过 spec.suspension 暂停着它。',
  'lane.held': '已对所有集群暂停。',
  'lane.released': '已对 {{clusters}} 放行；其余集群仍然暂停。',
  'lane.disarmed': '不再有任何暂停。',
  'lane.disarmed.elsewhere':
    '本门户不再暂停它，但仍然没有内容下发：{{managers}} 也通过 spec.suspension 暂停着它。',
  'lane.freed': '已取消被删除的策略遗留的暂停：{{names}}。',
  'lane.nothingReleased': '没有指定集群，因此没有放行任何内容。',
  'lane.note.jobs': '重新放置的 Job 在放行后会再次运行：{{names}}。',
  'lane.note.dependencies':
    '随 propagateDeps 分发的配置已立即离开 {{clusters}}，而旧副本仍在那里运行：{{names}}。',
  'lane.note.newCluster': '放行期间新加入且被放置选中的集群会立即收到内容。',
  'lane.note.overrides':
    '覆盖策略会更改 {{clusters}} 收到的内容；此处显示的是更改后的结果。',
  'lane.seen': '{{cluster}} 已有该内容：核对了 {{count}} 个对象。',
  'lane.seen.none': '没有要放到 {{cluster}} 的内容。',
  'lane.unproven':
    '{{cluster}} 已接受，但无法读取那里的内容来证明：{{names}}。',
  'lane.waiting.dispatch': '正在发往 {{cluster}}：{{names}}。',
  'lane.waiting.generation': '{{cluster}} 还没有收到 {{names}} 的最新内容。',
  'lane.waiting.copies':
    '{{cluster}} 上 {{name}} 运行 {{running}} 个，应为 {{wanted}} 个。',
  'lane.waiting.content': '{{cluster}} 上 {{names}} 的内容仍不相同。',
  'lane.waiting.render': 'Karmada 仍在为 {{cluster}} 渲染。',
  'lane.unhealthy.applied':
    '{{cluster}} 没有接受 {{name}}。返回信息：{{detail}}',
  'lane.unhealthy.job': 'Job {{name}} 在 {{cluster}} 上失败：{{detail}}',
  'lane.changed': '为 {{cluster}} 渲染的内容已不是批准时的内容。',
  'lane.unreachable': '{{cluster}} 未就绪，那里的情况只是最近一次上报的结果。',
  'lane.off': '此控制面未启用暂停下发。',
  'lane.unsaid': '控制面没有给出原因。',
  'lane.nobody': '没有可以用来更改的身份：为该策略设防的人已不在目录中。',
  'lane.nothingHeld': '被暂停的内容中，已没有与当前运行的内容不同的部分。',
  'lane.check.settled.ok': '渲染结果与模板一致。',
  'lane.check.settled.failed':
    '控制面仍在渲染，或无法读取，因此无法区分当前运行的内容与即将到来的内容。请稍后再看。',
  'lane.waiting.settle': '控制面仍在渲染变更；渲染完成之前不会放行任何内容。',
  'lane.halted.slow':
    '{{cluster}} 未能在 {{minutes}} 分钟内就绪。返回信息：{{detail}}',
  'lane.halted.person':
    '下一步是第 {{wave}} 批，策略要求由人确认后继续。在此期间全部保持暂停。',
  'lane.halted.held': '{{detail}} 已全部重新暂停。',
  'lane.halted.open':
    '{{detail}} 未能重新暂停：此时的变更会立即到达已放行的集群。',
  'lane.step.continued': '已有人确认继续。',
  'lane.step.disarmed': '该策略的设防已解除，因此不再有任何暂停。',
  'lane.step.notHeld': '尚未重新暂停。',
  'lane.note.enforced':
    '暂停由控制面执行，而不是交付工具。凡能在那里更改该策略的人都能取消暂停；以这种方式发出的内容会显示为在别处决定。',
  'lane.effect.arm':
    '从现在起，这些工作负载的每次变更都要先获批准才会到达集群；副本数变化和集群间的移动也包括在内，除非审批策略豁免。',
  'lane.effect.reach': '工作负载：{{workloads}}。集群：{{clusters}}。',
  'lane.effect.deletions':
    '删除不会被暂停：在控制面删除的内容会立即从集群中消失。',
  'lane.effect.disarm': '从现在起，每次变更都会立即到达集群。',
  'lane.effect.sends': '当前被暂停的内容会立即发出，不经批准：{{clusters}}。',
  'lane.effect.unread': '无法读取被暂停的内容，因此无人知道会发出什么。',
  'lane.effect.orphans':
    '取消被删除的策略遗留的暂停；其中被暂停的内容会立即发出：{{names}}。',
  'lane.view.orphaned':
    '策略在暂停期间被删除，其遗留内容已冻结：在解除设防之前，任何变更都不会到达集群。{{names}}',
  'lane.view.short': '{{cluster}} 运行 {{runs}} / {{wanted}} 个副本。',
  'lane.view.lifted':
    '有人在控制面取消了暂停，因此变更会不经批准直接发出。请重新设防，或解除设防。',
  'lane.view.unbooked':
    '它带有门户的备注，但门户没有相应的记录。请设防以接管，或手工取消暂停。',
  'lane.view.heldElsewhere': '由其他人暂停。',
  'lane.view.halted': '放行已中止，需要有人决定如何继续。',
  'lane.view.delivering': '被暂停的变更已获批准，正在放行。',
  'lane.view.rejected': '被暂停的变更已被拒绝，继续保持暂停。',
  'lane.view.waits': '有一项变更被暂停，正在等待批准。',
  'lane.view.quiet': '没有等待中的内容。下一次变更会被暂停。',
  'lane.view.released': '{{cluster}} 已有向其放行的内容。',
  'lane.view.held': '有一项变更尚未放行到 {{cluster}}。',
  'lane.view.releasing': '{{cluster}} 正处于放行中：此时的变更会立即到达。',
  'lane.view.lost': '{{cluster}} 已失联。',
  'lane.view.unknown': '{{cluster}} 上的内容未知。',
  'cordon.done': '{{cluster}} 不再接受新的工作负载，已在那里运行的保持不变。',
  'cordon.undone': '{{cluster}} 重新接受新的工作负载；仅此不会移动任何内容。',
  'cordon.dryRun': '{{cluster}} 将不再接受新的工作负载。',
  'uncordon.dryRun': '{{cluster}} 将重新接受新的工作负载。',
  'cordon.already': '{{cluster}} 已经不接受新的工作负载。',
  'uncordon.already': '{{cluster}} 已经在接受新的工作负载。',
  'cordon.stale': '{{cluster}} 在此期间发生了变更，请重新查看。',
  'cordon.gone': '{{cluster}} 已经不存在。',
  'cordon.off': '停止调度未启用：没有为写入配置凭据（{{key}}）。',
};

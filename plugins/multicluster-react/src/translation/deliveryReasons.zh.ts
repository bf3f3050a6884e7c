import { deliveryReasonMessages } from './deliveryReasons';
import { Translated } from './Translated';

/** Chinese of gates and of what is not as usual about deliveries. @internal */
export const deliveryReasonMessagesZh: Translated<
  typeof deliveryReasonMessages
> = {
  gate: {
    state: {
      upcoming: '尚未到达',
      pending: '等待决定',
      approved: '已批准',
      rejected: '已拒绝',
      expired: '已超时',
      orphaned: '决定已不再有效',
      cancelled: '已取消，未作出决定',
      skipped: '已跳过',
      unknown: '未知',
    },
    ofN: '{{received}}/{{n}}',
    received_one: '{{count}} 个批准',
    received_other: '{{count}} 个批准',
    any: '一个批准即可',
    all: '名单上的每个人都须批准',
    anyone: '工具允许的任何人都可决定',
    from: '可由 {{names}} 决定',
    approved: '{{name}} 已批准',
    rejected: '{{name}} 已拒绝',
    skipped: '{{name}} 已跳过',
    somebody: '某人',
    unlisted: '不在名单上',
    unlistedHint: '{{name}} 不在审批人名单上，但工具计入了这个批准。',
    until: '截止 {{time}}',
    untilAssumed: '截止 {{time}}（推定）',
    assumedHint:
      '没有 API 给出该期限：这是工具的默认值，从最近一次报告门禁打开时算起。',
    openIn: '在 {{tool}} 中打开',
    approveIn: '在 {{tool}} 中批准',
    openTool: '在工具中打开',
  },
  delivery: {
    unreadTitle: '尚未读取流水线',
    unreadText: '来源无法读取，因此不能说明交付了什么。',
    noneTitle: '未找到流水线',
    noneText: '没有来源知道属于该实体的流水线。',
    unconfirmed: '未确认',
    disabled: '已停用',
    agent: {
      offline: '{{name}} 已离线',
      unknown: '不清楚 {{name}} 是否在线',
    },
    'out-of-sync': '未同步',
  },
};

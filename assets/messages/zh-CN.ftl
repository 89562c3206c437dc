# Planpath 简体中文。en.ftl 有相同的条目、相同的顺序；tests/messages.rs 对照两者。

## Levels of a report
level-error = 错误
level-help = 处理办法

## Files
file-cannot-read = 无法读取 { $path }：{ $reason }
file-cannot-save = 无法保存 { $path }：{ $reason }
file-io-help = 请检查路径和权限，或另选位置
file-too-large = { $path } 比任何规划或情景文件都大（超过 8 MB）
file-too-large-help = 请选择情景文件本身，通常只有几 KB，以 .ron 结尾
file-cannot-encode = 该文档无法写成 RON：{ $detail }
file-not-utf8 = 文件不是 UTF-8 文本
file-not-utf8-help = 请另存为 UTF-8；中文 Windows 的编辑器可能存成了 GBK（“ANSI”）
file-utf16-help = 文件是 UTF-16（Windows 记事本所称“Unicode”）；请另存为 UTF-8
file-empty = 文件是空的
file-empty-help = 情景文件以 (format: 1, name: "…", plan: "…") 开头；示例见 scenarios/
file-newer-format = 文件格式为 { $found }，本程序只认识到格式 { $known }
file-newer-format-help = 请用更新的 Planpath 打开；文件未被改动
file-unknown-format = 没有格式 { $found }
file-unknown-format-help = 请写 format: { $known }
io-not-found = 没有这个文件或文件夹
io-permission-denied = 没有权限
io-is-a-directory = 这是一个文件夹
io-storage-full = 磁盘已满
io-read-only = 磁盘为只读
io-other = { $detail }

## RON syntax
syntax-unknown-field = 此处没有字段“{ $found }”
syntax-unknown-variant = “{ $found }”不是可用的形式
syntax-missing-field = 缺少字段“{ $field }”
syntax-missing-field-help = 请在右括号前加上 { $field }: …
syntax-duplicate-field = 字段“{ $field }”出现了两次
syntax-duplicate-field-help = 请保留其中一个
syntax-wrong-type = 应为 { $expected }，实为 { $found }
syntax-wrong-length = 应为 { $expected }，实为 { $found }
syntax-unexpected-end = 文件过早结束
syntax-unexpected-end-help = 缺少右括号、右方括号或引号
syntax-expected-list = 此处应为方括号列表
syntax-expected-list-end = 此处应为右方括号 ]
syntax-expected-boolean = 此处应为 true 或 false
syntax-expected-comma = 此处应为逗号
syntax-expected-number = 此处应为数字
syntax-expected-whole-number = 此处应为整数
syntax-expected-map = 此处应为花括号映射
syntax-expected-colon = 此处应为冒号
syntax-expected-map-end = 此处应为右花括号
syntax-expected-text = 此处应为双引号中的文本
syntax-expected-text-end = 文本缺少结束引号
syntax-expected-group = 此处应为圆括号组
syntax-expected-group-end = 此处应为右括号 )
syntax-expected-name = 此处应为名称
syntax-expected-option-end = Some(…) 缺少右括号
syntax-unclosed-comment = 注释 /* 没有结束
syntax-trailing = 文档结束之后还有内容
syntax-too-deep = 括号嵌套过深
syntax-other = 不是有效的 RON：{ $detail }
syntax-allowed = 此处可用：{ $allowed }
did-you-mean = 是否想写“{ $name }”？此处可用：{ $allowed }

## Checks that plans and scenarios share
given-twice = “{ $id }”出现了两次
given-twice-help = 请保留其中一个
not-finite = { $id }：数字必须有限，不能是 NaN 或无穷大
not-finite-help = 请写普通数字，例如 8.0
base-not-positive = { $id }：基期值必须大于零
base-not-positive-help = 按百分比增减的量不能从零或负数开始
base-out-of-bounds = { $id }：基期值必须在 { $low } 到 { $high } 之间
base-out-of-bounds-help = 请更正该值，或更正规划中的界限
unknown-indicator = 规划 { $plan } 没有指标“{ $found }”
path-leaves-bounds = { $name }（{ $id }）在 { $year } 年将为 { $level }，超出 { $low } 到 { $high }
path-leaves-bounds-help = 请调整其年率或基期值，使路径不越界

## Checks of plans
plan-years = { $base } 年到 { $end } 年不构成规划期
plan-years-help = end_year 须比 base_year 晚 1 至 50 年
plan-bad-id = “{ $id }”不能作为标识
plan-bad-id-help = 请用小写字母、数字和连字符，以字母开头，例如 energy-intensity
plan-no-indicators = 规划没有指标
plan-no-indicators-help = 请在 indicators: […] 中至少写一个
plan-unknown-category = 没有类别“{ $found }”
plan-derived-base = { $id } 是推算指标，不能有自己的基期值
plan-derived-base-help = 请删去 base；数值由表达式得出
plan-bad-range = { $field } 须为两个有限数，小的在前
plan-bad-range-help = 例如 (0.0, 100.0)
plan-target-out-of-reach = { $id } 的目标没有任何路径可以达到
plan-target-out-of-reach-help = 增速须高于 -100 %，降幅须低于 100 %，水平须在指标界限之内
plan-target-form = { $id } 按百分点变化，目标不能是增速或降幅
plan-target-form-help = 请用 Level(…) 或 Change(…)
plan-target-ceiling = { $id }：增速或降幅目标是下限
plan-target-ceiling-help = 请用 AtLeast 或 MoreThan；至少下降 21 % 写作 CumulativeDecline(21.0), AtLeast
plan-target-floor = { $id } 应当下降，其目标水平是上限
plan-target-floor-help = 请用 AtMost 或 LessThan
expression-unknown-id = 表达式用到“{ $found }”，它不是本规划的指标
expression-unexpected = 表达式此处不能出现“{ $found }”
expression-unexpected-end = 表达式在应有数值处结束
expression-unclosed = 表达式有括号没有闭合
expression-too-deep = 表达式嵌套过深
expression-help = 表达式由标识、数字、+ - * / 和括号组成；标识含连字符，所以减号两侧要有空格
expression-cycle = 这些推算指标互相循环依赖：{ $ids }
expression-cycle-help = 请让其中一个只由可调指标得出

## Checks of scenarios
scenario-unknown-plan = 没有内置规划“{ $found }”
scenario-unknown-plan-help = 请用内置标识（{ $allowed }），或相对于本文件、以 .ron 结尾的规划文件路径
scenario-derived = { $id } 是推算指标（{ $expression }），不能直接设定
scenario-derived-help = 请设定它所依据的可调指标
scenario-output-growth = { $id } 不是产业集中度，不能由产量增速得出
scenario-output-growth-help = 请用 Constant(…) 或 Yearly([…])
scenario-wrong-length = { $id }：列表有 { $found } 个年率，规划有 { $expected } 年
scenario-wrong-length-help = 请为 { $first } 到 { $last } 的每一年各写一个
rate-inadmissible = { $id }：年率 { $rate } 会使其归零
rate-inadmissible-help = 年增速须高于 -100 %，年降幅须低于 100 %
scenario-bad-spread = { $id }：这些数字不构成概率分布
scenario-bad-spread-help = sd 须大于零；min、mode、max 须依次排列，且 min 小于 max
scenario-bad-correlation = { $id }：相关系数在 -1 与 1 之间
scenario-bad-correlation-help = 例如 Correlated(0.6)
actual-year = { $id }：{ $year } 不是可以填写实绩的规划年份
actual-base-year-help = 基期年的数值应写入 bases
actual-year-help = 实绩可填 { $first } 至 { $last } 年
actual-impossible = { $id }：{ $value } 在此处不可能
actual-impossible-help = 比重须在界限之内；按百分比增减的量其水平大于零，降幅不能达到 100 %
actual-needs-base = { $id }：没有基期值，水平无从比较
actual-needs-base-help = 请把基期年的数值写入 bases，或改填变化幅度
actual-contradiction = { $id }：{ $year } 年的数据互相矛盾：一个得出 { $says }，其余得出 { $others }
actual-contradiction-help = 请更正或删去其中一个；舍入误差之内的差别可以接受
actual-from-nowhere = { $id }：{ $year } 年的变化需要 { $before } 年的水平，但无从得知
actual-from-nowhere-help = 请补充上一年的数据，或改填水平或累计变化

## Command line
cli-about = 五年规划模拟器：怎样的年率通向规划目标
cli-arg-file = 在窗口中打开的情景
cli-arg-lang = 显示语言：en 或 zh
cli-arg-format = 输出方式：table、json 或 csv
cli-arg-scenario = 情景文件
cli-arg-files = 规划文件和情景文件
cli-arg-plan = 规划：内置标识或规划文件路径
cli-arg-require-met = 有目标未达到时以 3 退出
cli-about-plans = 列出内置规划
cli-about-plan = 显示一个规划的指标、目标和出处
cli-about-check = 检查规划文件和情景文件
cli-about-run = 推演情景并评判每个目标
cli-unknown-plan = 没有内置规划“{ $found }”
cli-unknown-plan-help = 内置规划：{ $allowed }。也可以给出规划文件的路径。
cli-check-scenario = { $path }：正确（{ $plan } 的情景）
cli-check-plan = { $path }：正确（规划 { $plan }）
cli-check-faults = { $faulty } 个文件有错误
cli-targets-not-met = { $missed } 个目标未达到
cli-no-window = 没有打开窗口：{ $reason }
cli-no-window-next = 以下是默认情景的记分表。查看其他情景或导出数据：
        planpath run FILE --format table|json|csv
cli-summary = { $all } 个目标中达到 { $met } 个
cli-legend = * 实绩，~ 插值

## Figures
column-indicator = 指标
column-unit = 单位
column-target = 目标
column-projected = 推演
column-gap = 差距
column-progress = 进度
column-status = 状态
column-source = 出处
column-id = 标识
column-base = 基期
column-years = 年份
column-title = 名称
column-binding = 约束
status-met = 达到
status-close = 接近
status-missed = 未达到
status-wrong-direction = 方向相反
status-unknown = 缺少基期值
binding-yes = 约束性
binding-no = 预期性
target-average-growth = 年均 { $sign } { $value } %
target-cumulative-decline = 下降 { $sign } { $value } %
target-level = { $sign } { $value }
target-change = { $sign } { $value } 个百分点
target-about = { $target } 左右
unit-index = 指数，{ $year } 年 = 100
unit-points = 比 { $year } 年的百分点变化
dynamics-growth = 复合增长
dynamics-decline = 复合下降
dynamics-additive = 逐年累加
dynamics-concentration = 产业集中度
dynamics-derived = 推算：{ $expression }
rate-percent = %/年
rate-points = 百分点/年

## Window: menus
menu-file = 文件
menu-edit = 编辑
menu-view = 视图
menu-examples = 打开示例
command-open = 打开…
command-save = 保存
command-save-as = 另存为…
command-quit = 退出
command-undo = 撤销
command-redo = 重做
command-undo-step = 撤销：{ $name }
command-redo-step = 重做：{ $name }
command-reset-lever = 恢复规划值
theme-system = 颜色随系统
theme-light = 浅色
theme-dark = 深色
document-changed = （未保存）
file-kind-scenario = Planpath 情景文件

## Window: Explore
panel-levers = 调节
panel-levers-beside = 年率
panel-scorecard = 记分表
lever-yearly = 逐年
lever-output-growth = 按产量
lever-out-of-bounds = 越界
lever-reset = 将{ $name }恢复为规划值
about-unit = 单位：{ $text }
about-scope = 口径：{ $text }
about-target = 目标：{ $text }
about-source = 出处：{ $text }
about-note = 说明：{ $text }
about-wording = 规划表述：{ $text }
legend-scenario = 情景
legend-plan = 匀速达标路径
legend-target = 目标
legend-actual = 实绩
chart-no-base = 缺少基期值：请在情景的 bases 中给出。
chart-series-in-words = 。{ $name }：{ $firstyear } 年 { $first }，{ $lastyear } 年 { $last }
chart-target-in-words = 。目标：{ $level }
score-in-words = { $name }：{ $status }。推演 { $projected }，目标 { $target }，差距 { $gap }，进度 { $progress } %

## Window: questions and notices
question-unsaved = { $name } 有尚未保存的修改。
question-comments = { $name } 含有注释。保存会重写文件，注释将丢失。
question-overwrite = { $name } 已经存在。
answer-save = 保存
answer-discard = 不保存
answer-save-anyway = 仍然保存
answer-other-name = 另用名称…
answer-replace = 替换
answer-cancel = 取消
notice-copy = 复制详情
notice-dismiss = 关闭
path-open-title = 打开情景
path-save-title = 保存情景
path-dialog-open = 请在系统对话框中选择文件，或在此输入路径。
path-no-dialog = 系统对话框已关闭或不可用。请在此输入路径。
path-label = 路径
path-open = 打开
path-save = 保存

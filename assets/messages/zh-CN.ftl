# Planpath 简体中文。en.ftl 有相同的条目、相同的顺序；tests/documents/messages.rs 对照两者。

## Levels of a report
level-error = 错误
level-help = 处理办法

## Files
file-cannot-read = 无法读取 { $path }：{ $reason }
file-cannot-save = 无法保存 { $path }：{ $reason }
file-io-help = 请检查路径和权限，或另选位置
file-too-large = { $path } 过大，不可能是规划或情景文件（上限8 MB）
file-too-large-help = 请选择情景文件本身，通常只有几 KB，以 .ron 结尾
file-cannot-encode = 该文档无法写成 RON：{ $detail }
file-not-utf8 = 文件不是 UTF-8 文本
file-not-utf8-help = 请另存为 UTF-8；中文 Windows 的编辑器可能存成了 GBK（“ANSI”）
file-utf16-help = 文件是 UTF-16（Windows 记事本所称“Unicode”）；请另存为 UTF-8
file-empty = 文件是空的
file-empty-help = 情景文件以 (format: 1, name: "…", plan: "…") 开头；示例见 scenarios/
file-newer-format = 文件格式为{ $found }，本版本最高支持格式{ $known }
file-newer-format-help = 请用更新的 Planpath 打开；文件未被改动
file-unknown-format = 不支持格式{ $found }
file-unknown-format-help = 支持 format: { $first } 和 format: { $known }
io-not-found = 文件或文件夹不存在
io-permission-denied = 没有权限
io-is-a-directory = 这是一个文件夹
io-not-a-directory = 这不是文件夹
io-storage-full = 磁盘已满
io-read-only = 磁盘为只读
io-other = { $detail }
io-closed = 输出已关闭

## RON syntax
syntax-unknown-field = 此处没有字段“{ $found }”
syntax-unknown-variant = 此处不能使用“{ $found }”
syntax-missing-field = 缺少字段“{ $field }”
syntax-missing-field-help = 请在右括号前加上 { $field }: …
syntax-duplicate-field = 字段“{ $field }”出现了两次
syntax-duplicate-field-help = 请保留其中一个
syntax-unexpected-end = 文件过早结束
syntax-unexpected-end-help = 缺少右括号、右方括号、右花括号或引号
syntax-unexpected-word = 此处不能出现“{ $found }”
syntax-unexpected-word-help = 请以左括号开头，括号前不加名称
syntax-unexpected-sign = 此处不能出现符号{ $found }
syntax-expected-list = 此处应为方括号列表
syntax-expected-list-help = 请把各值写在方括号里，用逗号分隔：[…, …]
syntax-expected-boolean = 此处应为 true 或 false
syntax-expected-boolean-help = 请写 true 或 false，不加引号
syntax-expected-comma = 此处应为逗号
syntax-expected-comma-help = 每个字段和每个值之后都要有逗号；前面缺少括号或引号也会造成此错误
syntax-expected-number = 此处应为数字
syntax-expected-whole-number = 此处应为整数
syntax-expected-whole-number-help = 请写不带小数点的整数，例如1或2011
syntax-number-range = 此处的数字过大或过小
syntax-expected-map = 此处应为花括号映射
syntax-expected-map-help = 请把各项写成 { "{" }"erp": 60.0{ "}" }，按年份则写成 { "{" }2011: Level(49.2){ "}" }
syntax-expected-colon = 此处应为冒号
syntax-expected-colon-help = 字段写作 name: 值，映射中写作 "id": 值
syntax-expected-text = 此处应为双引号中的文本
syntax-expected-text-help = 请用半角双引号写 "…"；如果此处不该再有内容，则是缺少右花括号
syntax-unclosed-text = 文本缺少结束引号
syntax-unclosed-text-help = 请在文本末尾加上引号
syntax-expected-words = 此处应为文本，或每种语言一个文本
syntax-expected-words-help = 请写 "…" 或 (zh: "…", en: "…")
syntax-expected-pair = 此处应为圆括号中的两个数字
syntax-expected-correlation = 此处应为圆括号中的两个可调指标和一个数字
syntax-expected-correlation-help = 例如 ("value-added", "energy-intensity", -0.3)
syntax-expected-group = 此处应为左括号
syntax-expected-group-help = 请在此处写 (…)，例如 Constant(8.0)
syntax-expected-group-end = 此处应为右括号 )
syntax-expected-group-end-help = 请补上右括号，或删去前面多余的内容
syntax-expected-name = 此处应为名称
syntax-expected-name-help = 请写不加引号的名称：字段名，如 unit: "%"；或关键字，如 Constant(8.0)、Level(49.2)、AtLeast
syntax-bare-number = 数字{ $found }之前应有名称
syntax-bare-number-help = 请写明这个数字是什么：年率写 Constant(8.0)，实际值写 Level(49.2)，分布写 sd: 1.0
syntax-unclosed-comment = 注释 /* 没有结束
syntax-unclosed-comment-help = 请在注释末尾加上 */，或每行都以 // 开头
syntax-bad-escape = 文本中的反斜杠之后只能是 n、t、u、引号或另一个反斜杠
syntax-bad-escape-help = 一个反斜杠要写两个；路径中的 / 在所有系统上都可用
syntax-trailing = 文档结束之后还有内容
syntax-trailing-help = 请删去这些内容，或删去前面多余的右括号
syntax-other = 不是有效的 RON：{ $detail }
syntax-other-help = 请对照 seeds/ 中的规划和 scenarios/ 中的情景
syntax-decimal-comma-help = 如果这是一个数，小数点请写成点：8.5
syntax-percent-help = 百分比只写数字：8% 写作8.0
syntax-look-alike-help = 请用半角符号 { $meant } 代替{ $found }
syntax-allowed = 此处可用：{ $allowed }
did-you-mean = 是否想写“{ $name }”？此处可用：{ $allowed }

## Checks that plans and scenarios share
given-twice = “{ $id }”出现了两次
given-twice-help = 请保留其中一个
not-finite = { $id }：数字必须有限，不能是 NaN 或无穷大
not-finite-help = 请写普通数字，例如8.0
base-not-positive = { $id }：基期值必须大于零
base-not-positive-help = 按百分比增减的量不能从零或负数开始
base-out-of-bounds = { $id }：基期值必须在{ $low }到{ $high }之间
base-out-of-bounds-help = 请更正该值，或更正规划中的界限
unknown-indicator = 规划 { $plan } 没有指标“{ $found }”
path-leaves-bounds = { $name }（{ $id }）在{ $year }年将为{ $level }，超出{ $low }到{ $high }
path-leaves-bounds-help = 请调整其年率或基期值，使路径不越界
path-leaves-bounds-derived-help = 请调整它所依据的可调指标
bad-url = “{ $found }”不是可以打开的网址
bad-url-help = 请写 http:// 或 https:// 加 ASCII 主机名，例如 https://www.stats.gov.cn/；不得含空格、用户名或密码，不超过2,000个字符

## Checks of plans
plan-is-scenario = 这是情景，不是规划
plan-is-scenario-help = 规划应有 indicators；推演情景请用：planpath run FILE
plan-years = 规划期不能是{ $base }年到{ $end }年
plan-years-help = end_year 须比 base_year 晚1至50年
plan-bad-id = “{ $id }”不能作为标识
plan-bad-id-help = 请用小写字母、数字和连字符，以字母开头，不超过100个字符，例如 energy-intensity
plan-no-indicators = 规划没有指标
plan-no-indicators-help = 请在 indicators: […] 中至少写一个
plan-too-many = 规划有{ $count }{ $what ->
    [indicators] 个指标
    [categories] 个类别
    [headline] 张首要图表
   *[targets] 个目标
}，超过上限{ $limit }
plan-too-many-help = 请按部分拆成几个规划文件
plan-unknown-category = 没有类别“{ $found }”
plan-no-categories-help = 请在规划中加上 categories: [(id: "{ $found }", name: "…")]
plan-derived-base = { $id } 是推算指标，不能有自己的基期值
plan-derived-base-help = 请删去 base；数值由表达式得出
plan-bad-range = { $field } 须为两个有限数，小的在前
plan-bad-range-help = 例如 (0.0, 100.0)
plan-target-out-of-reach = 任何路径都无法达到 { $id } 的目标水平
plan-target-out-of-reach-help = 增速须高于 -100%，降幅须低于100%，由此达到的水平须在指标界限之内
plan-target-no-ratio = { $id } 为推算指标，按比率计量变化，任何比率都不能达到其目标{ $value }
plan-target-no-ratio-help = 请为其写明 scale: Points，按差额计量变化
plan-target-form = { $id } 按百分点变化，目标不能是增速或降幅
plan-target-form-help = 请用 Level(…) 或 Change(…)
plan-target-ceiling = { $id }：增速或降幅目标是下限
plan-target-ceiling-help = 请用 AtLeast 或 MoreThan；至少下降21% 写作 CumulativeDecline(21.0), AtLeast
plan-target-floor = { $id } 应当下降，其目标水平是上限
plan-target-floor-help = 请用 AtMost 或 LessThan
plan-target-growth-of-decline = { $id } 应当下降，其目标却要求增长
plan-target-growth-of-decline-help = 如应增长，请写 dynamics: Growth，并用 AtLeast 或 MoreThan；下降写作 CumulativeDecline(...)
plan-bad-iamc = “{ $found }”不能作为 IAMC 变量名
plan-bad-iamc-help = 请用 ASCII 字符逐级书写，级间用 | 相隔且不留空格，每级以字母开头，例如 Value Added|Industry
expression-unknown-id = 表达式用到“{ $found }”，它不是本规划的指标
expression-unexpected = 表达式此处不能出现“{ $found }”
expression-unexpected-end = 表达式在应有数值处结束
expression-unclosed = 表达式有括号没有闭合
expression-too-deep = 表达式嵌套过深
expression-too-deep-help = 请把其中一部分写成单独的推算指标
expression-help = 表达式由标识、数字、+ - * / 和括号组成；标识含连字符，所以减号两侧要有空格
expression-cycle = 这些推算指标互相循环依赖：{ $ids }
expression-cycle-help = 请让其中一个只由可调指标得出

## Checks of scenarios
scenario-is-plan = 这是规划，不是情景
scenario-is-plan-help = 情景要写明所属规划：(format: 1, name: "…", plan: "…")；查看规划请用：planpath plan FILE
scenario-unknown-plan = 没有内置规划“{ $found }”
scenario-unknown-plan-help = 请用内置标识（{ $allowed }），或相对于本文件、以 .ron 结尾的规划文件路径
scenario-plan-foreign = { $path } 不是规划文件
scenario-plan-unreadable-help = 请写内置标识，或相对于本文件的规划文件路径
scenario-derived = { $id } 是推算指标（{ $expression }），不能直接设定
scenario-derived-help = 请设定它所依据的可调指标
scenario-output-growth = { $id } 不是产业集中度，不能由产量增速得出
scenario-output-growth-help = 请用 Constant(…) 或 Yearly([…])
scenario-wrong-length = { $id }：列表有{ $found }个年率，规划有{ $expected }年
scenario-wrong-length-help = 请为{ $first }到{ $last }的每一年各写一个
rate-beyond-reason = { $id }：年率{ $rate }明显不合理
rate-beyond-reason-help = 年率以百分比计的，最高为1,000；也可以单位的点数计
rate-inadmissible = { $id }：年率{ $rate }会使其归零
rate-inadmissible-help = 年增速须高于 -100%，年降幅须低于100%
scenario-bad-spread = { $id }：这些数字不构成概率分布
scenario-bad-spread-help = sd 须大于零；min、mode、max 须依次排列，且 min 小于 max
scenario-bad-correlation = { $id }：相关系数在 -1与1之间
scenario-bad-correlation-help = 例如 Correlated(0.6)
scenario-spread-of-task = { $id } 以是否完成计，其年率不设不确定性
scenario-spread-of-task-help = 请删去，或写作 spread: Fixed
correlation-out-of-range = { $one } 与 { $other }：相关系数须大于 -1、小于1
correlation-out-of-range-help = 完全同步的，请合为一个可调指标
correlation-same = { $one } 与自身相关
correlation-same-help = 请写两个不同的可调指标
correlation-twice = { $one } 与 { $other } 的相关系数重复
correlation-twice-help = 请保留其中一个；两项的先后次序不影响含义
correlation-no-spread = { $one } 没有设不确定性，不能与其他指标相关
correlation-no-spread-help = 请在 uncertainty 中设定，或删去该相关系数
correlation-years = { $one } 与 { $other } 相关，但各年的抽样方式不同：{ $first } 和 { $second }
correlation-years-help = 请为两者设同样的 years，例如 { $first }
correlation-clash = { $levers }的相关系数相互矛盾
correlation-clash-help = 其余不变时，{ $one } 与 { $other } 的相关系数可取 { $low } 至 { $high }
actual-year = { $id }：{ $year }年不能填写实际值
actual-base-year-help = 基期年的数值应写入 bases
actual-year-help = 实际值可填{ $first }至{ $last }年
actual-impossible = { $id }：{ $value }在此处不可能
actual-impossible-help = 比重须在界限之内；按百分比增减的量其水平大于零，降幅不能达到100%
actual-no-number = { $id }：{ $year }年的数值超出可用范围
actual-no-number-help = 请更正该数据：数值不得超过基期值的10^18倍
plan-target-strict-count = { $id }：计数超过{ $value }即不少于{ $next }
plan-target-strict-count-help = 请写作 form: Count({ $form }), comparator: AtLeast
plan-target-strict-about = { $id }：目标既要求严格超过或低于，又注明“左右”
plan-target-strict-about-help = “左右”（about）须与 AtLeast 或 AtMost 同用：请写 comparator: { $comparator }，或删去 about
actual-needs-base = { $id }：没有基期值，水平无从比较
actual-needs-base-help = 请把基期年的数值写入 bases，或改填变化幅度
actual-contradiction = { $id }：{ $year }年的数据互相矛盾：一个得出{ $says }，其余得出{ $others }
actual-contradiction-help = 请更正或删去其中一个；舍入误差之内的差别可以接受
actual-from-nowhere = { $id }：{ $year }年的变化需要{ $before }年的水平，但无从得知
actual-from-nowhere-help = 请补充上一年的数据，或改填水平或累计变化
annotation-year = { $id }：图上没有{ $year }年
annotation-year-help = 标注可加在{ $first }至{ $last }年，或更早的有实际值的年份
annotation-empty = 标注没有文字
annotation-empty-help = 请写明内容（分两种语言的，两种都要写），或删去该标注
annotation-control = 标注应为一行可见文字
annotation-control-help = 请删去换行、制表符和控制字符
annotation-too-long = 标注不得超过{ $limit }个字符
annotation-too-long-help = 请缩短；较长的内容可写入 notes
annotation-twice = { $id }：{ $year }年的标注重复
annotation-twice-help = 图上一年只有一条标注：请与列表第{ $number }条合并
annotation-too-many = 一个情景的标注不得超过{ $limit }条
annotation-too-many-of-one = 一张图的标注不得超过{ $limit }条
annotation-too-many-help = 请删去一些，或把内容移入 notes

## Command line
cli-about = 五年规划模拟器：测算达到规划目标所需的年率
cli-arg-file = 在窗口中打开的情景
cli-arg-lang = 显示语言：en 或 zh
cli-arg-format = 输出方式：table、json 或 csv
cli-arg-scenario = 情景文件
cli-arg-files = 规划文件和情景文件
cli-arg-plan = 规划：内置标识或规划文件路径
cli-arg-require-met = 有目标未达到时，退出码为3
cli-file-and-command = 在窗口中打开文件和执行命令只能选其一；命令所用的文件写在命令之后：planpath run FILE
usage-unknown = 无法识别参数“{ $found }”
usage-missing = 缺少：{ $names }
usage-twice = { $name } 重复给出
usage-conflict = { $one } 与 { $other } 不能同时使用
usage-no-value = { $name } 缺少取值
usage-bad-value = “{ $found }”不是 { $name } 的取值
usage-other = { $text }
usage-meant = 是否指“{ $name }”？完整用法见 { $help }
usage-values = 可选：{ $values }。完整用法见 { $help }
usage-help = 完整用法见 { $help }
cli-about-plans = 列出内置规划
cli-about-plan = 显示一个规划的指标、目标和出处
cli-about-check = 检查规划文件和情景文件
cli-about-run = 推演情景并评判每个目标
cli-cannot-print = 无法写入标准输出：{ $reason }
cli-cannot-print-help = 请将输出重定向到可以写入的文件或程序
cli-unknown-plan = 没有内置规划“{ $found }”
cli-unknown-plan-help = 内置规划：{ $allowed }。也可以给出规划文件的路径。
cli-check-scenario = { $path }：正确（{ $plan } 的情景）
cli-check-plan = { $path }：正确（规划 { $plan }）
cli-check-faults = { $faulty }个文件有错误
cli-targets-not-met = { $missed }个目标未达到
cli-no-window = 没有打开窗口：{ $reason }
no-window-built = 本程序构建时未包含窗口，只有命令行
no-window-display = 无法连接显示器（{ $detail }）
no-window-graphics = 图形系统无法启动（wgpu：{ $first }；OpenGL：{ $second }）
cli-no-window-next = 以下是默认情景的达标情况。查看其他情景：
        planpath run FILE --format table|json|csv
    导出图表、数据表和报告：
        planpath export FILE -o DIR
cli-no-window-file = 以下是该情景的达标情况。查看全部数据：
        planpath run FILE --format table|json|csv
    导出图表、数据表和报告：
        planpath export FILE -o DIR
cli-legend = * 实际值，~ 内插，^ 由实际值推算，# 部分假定，° 假定（规划匀速路径）；无标记为基期值或按已设年率

## Figures
column-indicator = 指标
column-unit = 单位
column-target = 目标
column-projected = 推演
column-gap = 差距
column-progress = 进度
column-status = 状态
column-year = 年份
column-source = 出处
column-annotations = 标注
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
target-at-least = { $figure }以上
target-more-than = 超过{ $figure }
target-at-most = 不超过{ $figure }
target-at-most-about = 不超过{ $figure }左右
target-smaller-than = 不足{ $figure }
target-less-than = 低于{ $figure }
target-about = { $figure }左右
target-growth-a-year = 年均增长{ $said }
target-fall-a-year = 年均下降{ $said }
target-rise = 增长{ $said }
target-fall = 下降{ $said }
target-points-rise = 提高{ $said }
target-points-fall = 降低{ $said }
figure-percent = { $value }%
figure-points = { $value }个百分点
figure-just-under = 略低于{ $figure }
figure-just-over = 略高于{ $figure }
figure-labelled = { $name }：{ $value }
figure-in-unit = { $name }（{ $unit }）
figure-of-year = { $year }年{ $value }
change-rise = 增长{ $change }%
change-fall = 下降{ $change }%
change-points = { $change }个百分点
change-units = { $change }{ $unit }
change-none = 不变
rate-rise = 年均增长{ $rate }%
rate-fall = 年均下降{ $rate }%
rate-in-points = 每年{ $rate }个百分点
rate-in-units = 每年{ $rate }{ $unit }
rate-at-once = { $year }年{ $change }，其后保持
rate-at-once-next = 下一年{ $change }，其后保持
rate-none = 年均不变
unit-index = 指数，{ $year }年=100
unit-points = 比{ $year }年的百分点变化
unit-since = { $unit }，比{ $year }年的变化
dynamics-growth = 复合增长
dynamics-decline = 复合下降
dynamics-additive = 逐年累加
dynamics-concentration = 产业集中度
dynamics-derived = 推算：{ $expression }
rate-percent = %/年
rate-percent-fall = 下降，%/年
rate-points = 百分点/年
rate-units = { $unit }/年

## Window: menus
menu-file = 文件
menu-edit = 编辑
menu-view = 视图
menu-examples = 打开示例
menu-new = 按内置规划新建情景
menu-recent = 最近文件
menu-decimals = 小数位数
decimals-as-needed = 按需
command-new = 新建情景
command-new-from-plan = 按规划文件新建情景…
command-forget-recent = 清除记录
command-open = 打开…
command-import = 导入实际值…
command-save = 保存
command-duplicate = 复制情景
command-close = 关闭
command-next = 下一个情景
command-previous = 上一个情景
command-save-as = 另存为…
command-quit = 退出
command-undo = 撤销
command-redo = 重做
command-undo-step = 撤销：{ $name }
command-redo-step = 重做：{ $name }
change-reload = 重新读取文件
change-pasted = 粘贴或导入数据
change-continued = 设定剩余年份
change-reached-all = 达到全部目标
change-spread-everywhere = 为多项年率设分布
change-correlation = 设定相关系数
change-mapped = 移动可行域中的点
command-reset-lever = 恢复规划值
command-copy-scores = 复制达标情况
command-annotate = 加标注…
command-palette = 全部命令…
command-guide = 使用指南
command-zoom-in = 放大界面
command-zoom-out = 缩小界面
command-zoom-none = 实际大小
palette-hint = 搜索命令、指标、目标、文件和设置，可用拼音首字母
palette-nothing = 没有找到。
palette-chart = 图表
palette-screen = 界面
screen-explore = 推演
screen-compare = 对比
screen-track = 跟踪
screen-uncertainty = 不确定性
screen-decompose = 分解
screen-report = 报告
theme-system = 跟随系统主题
theme-light = 浅色
theme-dark = 深色
document-copy-name = { $name }（副本）
document-new-name = 新情景
tab-pin = 在各图表中显示 { $name }
tab-unpin = 不再在各图表中显示 { $name }
tab-close = 关闭 { $name }
list-separator = 、
plan-targets-separator = ；
difference-rate = { $name }：{ $old } → { $new }
difference-year = { $name } { $year }年：{ $old } → { $new }
difference-years = { $name }：{ $count }年有变化
difference-to-plan = { $name }：{ $old } → { $new }（规划）
difference-output-growth = { $name }：产量增速有变化
difference-base = { $name }基期值：{ $old } → { $new }
difference-note = { $name }：说明有变化
difference-actuals = { $name }：实际值有变化
difference-series = { $name }：实际值的来源、口径或可信度有变化
difference-annotation-added = { $name }：增加{ $year }年标注
difference-annotation-changed = { $name }：{ $year }年标注有变化
difference-annotation-removed = { $name }：删去{ $year }年标注
difference-spread = { $name }的不确定性：{ $old } → { $new }
difference-role = { $name }：{ $old } → { $new }
difference-correlation = { $name }与{ $other }的相关系数：{ $old } → { $new }
spread-none = 无
spread-fixed = 固定
spread-normal = 正态分布，标准差 { $sd }
spread-triangular = 三角分布，{ $min } 至 { $max }，最可能 { $mode }
spread-uniform = 均匀分布，{ $min } 至 { $max }
spread-with-years = { $spread }；{ $years }
years-alike = 各年相同
years-independent = 各年独立
years-autocorrelated = 各年自相关，{ $rho }
role-policy = 政策
role-assumption = 假设
file-kind-scenario = Planpath 情景文件

## Window: Explore
panel-levers = 调节
page-charts = 图表
panel-scorecard = 达标情况
levers-search = 搜索年率
levers-none-found = 没有符合“{ $text }”的年率。
lever-more = { $name }的逐年年率和说明
lever-revert = 恢复为已保存的值
lever-note = { $name }的说明
lever-note-heading = 说明
lever-note-hint = 为何取此年率：假设、政策或出处
mode-points = 每年百分点
mode-output = 由产量增速得出
output-top = 前几家产量增速，%/年
output-all = 全行业产量增速，%/年
parameter-base = 基期数值
year-rate = { $name } { $year }年
schedule-fill = 向右填充
schedule-ramp = 线性过渡
schedule-more = × 1.1
schedule-less = × 0.9
schedule-constant = 统一年率
lever-yearly = 逐年
lever-output-growth = 按产量
lever-out-of-bounds = 越界
lever-reset = 将{ $name }恢复为规划值
about-unit = 单位：{ $text }
about-scope = 口径：{ $text }
about-target = 目标：{ $text }
about-source = 出处：{ $text }
about-actuals = 实际值来源：{ $text }
about-note = 说明：{ $text }
about-wording = 规划表述：{ $text }
mode-level = 数值
mode-index = 指数
mode-cumulative = 累计变化
mode-annual = 年变化
mode-progress = 官方进度
unit-progress = 目标完成进度，%
unit-progress-of = 完成进度，%（{ $target }）
unit-percent-since = 比{ $year }年变化，%
chart-mode = 显示
chart-enlarge = 放大
chart-shrink = 显示全部图表
chart-earlier = 前移
chart-later = 后移
chart-hide = 隐藏此图
chart-annotate = 加标注…
chart-copy = 复制数据
chart-copy-picture = 复制图片
open-source = 打开规划来源（{ $host }）
open-actuals-source = 打开实际值来源（{ $host }）
annotation-title = 标注：{ $name }
annotation-year-label = 年份
annotation-year-taken = { $year }年（已有标注）
annotation-text-label = 标注文字
annotation-hint = 这一年的情况，或数据的说明
annotation-count = { $count }／{ $limit }字
annotation-pin = 加上
annotation-remove = 删去
chart-menu = { $name }：更多操作
chart-no-mode = 该指标不能这样显示。
page-implications = 推论
page-history = 历史
filter-all = 全部
filter-not-met = 未达到
filter-all-categories = 全部类别
filter-binding = 约束性
sort-by-progress = 差距大者在前
score-required = 尚需{ $required }
implication-show = 显示{ $name }的图表
history-steps = 步骤
history-beginning = 开始
history-more = 另有{ $count }项
history-against-file = 与已保存文件的差别
history-against-plan = 与规划的差别
history-nothing = 无
legend-scenario = 情景
legend-plan = 匀速达标路径
legend-plan-untargeted = 规划匀速路径
legend-catch-up = 追赶路径
legend-trial = 试算路径
legend-projected = 推演
legend-target = 目标
legend-actual = 实际值
legend-interpolated = 内插
legend-target-promise = 目标：{ $promise }
figure-bars = { $unit }；条形为占抽样次数的百分比
figure-draws = 抽样{ $size }次，{ $points }
figure-draws-alone = 逐项年率单独抽样；各年不同时抽样{ $size }次，{ $points }
figure-draws-shares = { $scrambles }组，每组{ $base }点，{ $points }
figure-points-sobol = 加扰 Sobol' 点，种子 { $seed }
figure-points-random = 伪随机点，种子 { $seed }
figure-provenance = 情景：{ $scenario } · 规划：{ $plan } · 口径：{ $scope } · 规划轨迹 { $version } { $hash }
chart-no-base = 缺少基期值，请在情景的 bases 中录入。
chart-series-in-words = 。{ $name }：{ $firstyear }年{ $first }，{ $lastyear }年{ $last }
chart-milestone = 应达进度
chart-year-keys = 左右方向键选择年份，上下方向键改变该年年率。
score-and-required = { $words }。{ $required }
report-size = 图宽
figure-half = 8 cm
figure-full = 16 cm
figure-slide = 幻灯片
report-language = 语言
report-provenance = 图下注明来源
report-compare = 同时绘制固定显示的情景
report-outlines = SVG 文字转为轮廓
report-bom = CSV 带字节顺序标记，供中文 Windows 上的 Excel 打开
report-region = IAMC 数据的地区
report-include = 报告中包含{ $name }
report-export = 导出…
report-preview = 预览
report-preview-of = { $name }的预览
report-drawing = 正在生成预览…
report-cancelled = 导出已取消，没有写入任何文件。
report-contents = 报告内容
report-options = 选项
report-outline-hint = 拖动或按 Alt+方向键排序；按空格键勾选
report-add-chart = 添加图表
report-lacks-actuals = 尚无实际值
report-lacks-charts = 未选图表
report-lacks-drawable = 均无法绘制
report-lacks-implications = 没有推论
report-lacks-second = 须有第二个情景
report-lacks-pinned = 没有固定显示的情景
report-not-included = 未列入报告。在报告内容中勾选即可列入。
report-previous = 上一部分
report-next = 下一部分
report-mode = 图表内容
report-mode-is = 图表：{ $mode }
report-files = 文件
report-for-docx = 可编辑的报告
report-for-html = 可打印的报告
report-for-xlsx = 含公式的工作簿
report-for-figures = 各{ $count }幅图
report-for-csv = 长表、宽表、达标情况
report-for-iamc = 供 pyam 读取
report-export-count = 导出{ $count }个文件
report-exported = 已导出{ $count }个文件
report-files-count = { $count }个文件
report-open-folder = 打开文件夹
report-open-report = 打开报告
report-copy-path = 复制路径
report-not-opened = 系统无法打开{ $path }：{ $reason }
report-not-opened-help = 可复制路径，在文件管理器中打开
address-not-opened = 系统无法打开{ $address }：{ $reason }
address-not-opened-help = 可把网址复制到浏览器中打开
report-preview-size = { $width } × { $height } cm

## Window: questions and notices
question-unsaved = { $name } 有尚未保存的修改。
question-unsaved-several = 以下 { $name } 份文档有尚未保存的修改：
question-comments = { $name } 含有注释。保存会重写文件，注释将丢失。
question-overwrite = { $name } 已经存在。
question-replace-export = { $name } 中已有以前导出的文件。要替换吗？
question-overwrite-changed = { $name } 打开后已被其他程序修改。要用此处的内容替换吗？
question-overwrite-unknown = { $name } 现有内容无法读取，或大于任何情景文件。要替换吗？
question-changed-outside = { $name } 已被其他程序修改。要重新读取吗？
question-changed-outside-both = { $name } 已被其他程序修改，此处也有尚未保存的修改。重新读取后可以撤销。
answer-save = 保存
answer-discard = 不保存
answer-save-anyway = 仍然保存
answer-other-name = 改用其他名称…
answer-other-folder = 选择其他文件夹…
answer-replace = 替换
answer-reload = 重新读取
answer-keep-mine = 保留此处内容
answer-cancel = 取消
notice-copy = 复制详情
notice-dismiss = 关闭
notice-saved = 已保存：{ $path }
notice-copied = 已复制
file-gone = { $path } 已不存在
file-open-elsewhere = { $path } 已在另一规划轨迹窗口中打开
file-open-elsewhere-help = 请只在其中一个窗口修改；保存前如会替换另一窗口已保存的内容，将先行询问
file-gone-help = 内容仍在此处；请保存或另存为
recovery-unreadable = 该副本已读取过
recovery-title = 发现未保存的内容
recovery-explained = Planpath 上次退出时未保存。打开情景不会改动文件，保存时才会写入。
recovery-open = 打开 { $name }
recovery-delete = 删除 { $name }
recovery-later = 以后再决定
recovery-moved-on = 此后文件已有改动。
recovery-older = 文件的保存时间晚于该副本，内容更新。
recovery-pasted = 尚未确认导入的粘贴表格
recovery-imported = 已打开、尚未确认导入的表格 { $name }
recovery-table-changed = 表格 { $path } 在上次查看之后已被改动
recovery-table-changed-help = 已重新读取，请重新回答有关问题
recovery-misread = “{ $name }”处输入的“{ $text }”不是可以设置的年率
recovery-misread-help = 年率仍为此前的数值；请重新输入
recovery-more = 另有{ $count }处修改
age-minutes = { $count ->
    [0] 不到一分钟前
   *[other] { $count }分钟前
}
age-hours = { $count }小时前
age-days = { $count }天前
hint-heading = 提示 { $number }/{ $all }
hint-lever = 拖动滑块，或点击年率直接输入：图表和达标情况随之变化。
hint-year = 拖动图表上的点，即设定该年的年率。
hint-target = 点按一项目标，其年率和图表随之标出；双击求解达标尚需年率。
hint-next = 下一条
hint-none = 不再提示
path-open-title = 打开情景
path-compare-title = 选择要比较的情景
path-plan-title = 为新情景选择规划文件
path-export-title = 导出到文件夹
path-save-title = 保存情景
path-dialog-open = 请在系统对话框中选择文件，或在此输入路径。
path-no-dialog = 系统对话框已关闭或不可用。请在此输入路径。
path-label = 路径
path-open = 打开
path-compare = 比较
path-save = 保存

## Window: work on other threads
job-working = 正在计算…
job-reading = 正在读取{ $name }…
job-reading-share = 正在读取{ $name }：{ $share }
job-broken = 程序内部出错，后台任务中断，未能得出结果。
job-broken-help = 已录入的内容没有丢失。请重试；如再次出现，请另存为其他文件并反馈问题。

## Implications
stance-holds = 一致
stance-notable = 值得注意
stance-conflicts = 矛盾
implication-sentence = { $statement }。
implication-sentences = { $first }{ $next }
implication-list = { $first }；{ $next }
implication-by-factors = { $statement }：{ $factors }。
implication-factor = { $name } { $change }
implication-divisor = 除以{ $name } { $change }
implication-factor-change = { $name }{ $change }
implication-divisor-change = 除以{ $name }（{ $change }）
implication-multiple = × { $value }
implication-rise-of = 上升{ $value }%
implication-fall-of = 下降{ $value }%
implication-rise-a-year = 年均增长{ $value }%
implication-fall-a-year = 年均下降{ $value }%
implication-missed = 未达到的目标：{ $names }。
implication-also-missed = 其他未达到的目标：{ $names }。
implication-target-of-year = { $name }（{ $year }年）
implication-target-each-year = { $name }（各年）
implication-percent-a-year = 年均{ $value }%
implication-level = { $value } { $unit }
implication-total = { $direction ->
        [rise] { $name }到{ $end }年累计上升{ $rate }%
        [fall] { $name }到{ $end }年累计下降{ $rate }%
        [rose] { $name }到{ $end }年累计上升了{ $rate }%
        [fell] { $name }到{ $end }年累计下降了{ $rate }%
        [stayed] { $name }从{ $base }年到{ $end }年几乎没有变化
       *[flat] { $name }从{ $base }年到{ $end }年几乎不变
    }
implication-annual = { $direction ->
        [rise] { $name }年均增长{ $rate }%
        [fall] { $name }年均下降{ $rate }%
        [rose] { $name }年均增长了{ $rate }%
        [fell] { $name }年均下降了{ $rate }%
        [stayed] { $name }从{ $base }年到{ $end }年几乎没有变化
       *[flat] { $name }从{ $base }年到{ $end }年几乎不变
    }
implication-times = { $direction ->
        [rise] { $name }年均增长{ $rate }%，{ $end }年为{ $base }年的{ $factor }倍
        [fall] { $name }年均下降{ $rate }%，{ $end }年为{ $base }年的{ $factor }倍
        [rose] { $name }年均增长了{ $rate }%，{ $end }年为{ $base }年的{ $factor }倍
        [fell] { $name }年均下降了{ $rate }%，{ $end }年为{ $base }年的{ $factor }倍
        [stayed] { $name }从{ $base }年到{ $end }年几乎没有变化
       *[flat] { $name }从{ $base }年到{ $end }年几乎不变
    }
implication-from-to = { $tense ->
        [past] { $name }由{ $base }年的{ $from }变为{ $end }年的{ $to }
       *[future] { $name }将由{ $base }年的{ $from }变为{ $end }年的{ $to }
    }
implication-ratio = { $direction ->
        [rise] { $name }年均增长{ $rate }%，因为{ $faster }（{ $fasterrate }）快于{ $slower }（{ $slowerrate }）。
        [fall] { $name }年均下降{ $rate }%，因为{ $faster }（{ $fasterrate }）快于{ $slower }（{ $slowerrate }）。
        [rose] { $name }年均增长了{ $rate }%，因为{ $faster }（{ $fasterrate }）快于{ $slower }（{ $slowerrate }）。
        [fell] { $name }年均下降了{ $rate }%，因为{ $faster }（{ $fasterrate }）快于{ $slower }（{ $slowerrate }）。
        [stayed] { $name }几乎没有变化，因为{ $faster }（{ $fasterrate }）与{ $slower }（{ $slowerrate }）几乎同步。
       *[flat] { $name }几乎不变，因为{ $faster }（{ $fasterrate }）与{ $slower }（{ $slowerrate }）几乎同步。
    }
implication-part = { $part }：占{ $whole }的比重由{ $from }变为{ $to }（{ $partrate }，其余部分{ $restrate }）。
implication-part-goal = 要达到目标，从{ $year }年起须{ $partrate }，其余部分{ $restrate }。
implication-outgrowth = { $direction ->
        [rise] { $name }由{ $from }升至{ $to }，意味着头部企业每年比全行业多增长{ $rate }%。
        [fall] { $name }由{ $from }降至{ $to }，意味着头部企业每年比全行业少增长{ $rate }%。
       *[flat] { $name }几乎不变（由{ $from }到{ $to }），意味着头部企业与全行业同步增长。
    }
implication-outgrowth-goal = { $direction ->
        [rise] 要达到目标，从{ $year }年起每年须比全行业多增长{ $rate }%。
        [fall] 要达到目标，从{ $year }年起每年须比全行业少增长{ $rate }%。
       *[flat] 要达到目标，从{ $year }年起须与全行业同步增长。
    }
implication-outgrowth-growth = 如果全行业产量{ $all }，头部企业就须{ $largest }。
implication-even = { $base }年至{ $end }年下降{ $fall }%，须年均下降{ $rate }%：{ $names }。
implication-even-strict = { $base }年至{ $end }年下降{ $fall }%以上（不含），须年均下降{ $rate }%：{ $names }。
implication-even-missed = 照此路径没有达到的有：{ $names }。
implication-even-missed-all = 照此路径没有达到。
implication-reaches = 达到{ $target }的目标。
implication-outside = 不在{ $target }的目标之内。
implication-reaches-not = 没有达到{ $target }的目标。
implication-exceeds = 超过{ $target }的目标。
implication-exceeds-not = 没有超过{ $target }的目标。
implication-within = 没有突破{ $target }的上限。
implication-within-not = 突破了{ $target }的上限。
implication-below = 低于{ $target }的上限。
implication-below-not = 没有低于{ $target }的上限。
implication-conflict = 只要其所依据的指标各自达到目标，该目标就无法达到：各项目标不能同时实现。
implication-conflict-open = 它所依据的可调指标都达到了各自的目标，但仍不足以实现这一目标；以单一年率调整其中任何一个指标，均未找到能使这些目标同时实现的结果。
implication-together = 它所依据的可调指标都达到了各自的目标，但仍不足以实现这一目标。按下列年率调整，这些目标即可同时实现：{ $ways }。
implication-together-any = 它所依据的可调指标都达到了各自的目标，但仍不足以实现这一目标。按下列任一年率调整，这些目标即可同时实现：{ $ways }。
implication-alone = 它所依据的可调指标都达到了各自的目标，但仍不足以实现这一目标。按下列年率调整，即可实现这一目标，但该指标的其他目标仍不能全部实现：{ $ways }。
implication-alone-any = 它所依据的可调指标都达到了各自的目标，但仍不足以实现这一目标。按下列任一年率调整，即可实现这一目标，但该指标的其他目标仍不能全部实现：{ $ways }。
implication-way = { $name }（{ $years }{ $rate }）
implication-rate = { $direction ->
        [rise] 年均增长{ $rate }%
        [fall] 年均下降{ $rate }%
       *[flat] 年均不变
    }
implication-rate-points = { $direction ->
        [rise] 年均提高{ $rate }个百分点
        [fall] 年均降低{ $rate }个百分点
       *[flat] 年均不变
    }
implication-rate-units = { $direction ->
        [rise] 年均增加{ $rate }{ $unit }
        [fall] 年均减少{ $rate }{ $unit }
       *[flat] 年均不变
    }
implication-beyond = 实际值与推算值之差

## Recovery and preferences
folder-cannot-create = 无法创建文件夹 { $path }：{ $reason }
preferences-broken = { $path } 中的偏好设置无法使用，已改用默认设置：{ $reason }
preferences-broken-at = 第{ $line }行第{ $column }列：{ $reason }
preferences-broken-help = 内容不会丢失：再次保存偏好设置之前，该文件会被改名，末尾加上 .broken
preferences-newer = { $path } 中的偏好设置来自更新版本的 Planpath，已改用默认设置
preferences-newer-help = 该文件保持不变；在当前版本中更改的偏好设置只保留到程序关闭为止
preferences-unknown-language = 没有语言“{ $found }”；请使用 "en" 或 "zh"
preferences-cannot-set-aside = 无法将有误的 { $path } 改名保留：{ $reason }
recovery-cannot-start = 无法在 { $path } 中保存恢复副本：{ $reason }
recovery-cannot-look = 无法在 { $path } 中查找恢复副本：{ $reason }
recovery-cannot-remove = 无法删除恢复副本 { $path }：{ $reason }
actual-refused-before = 该数值在程序意外退出前输入，当时未予采用
actual-refused-before-help = 请按原定的口径重新输入
recovery-not-kept = 无法为 { $name } 保留恢复副本：{ $reason }
recovery-not-kept-help = 请先行保存；否则程序意外退出后，修改内容将无从恢复
recovery-too-large = 情景大于恢复副本的上限（64 MB）

## Exports
cli-about-export = 将情景的图表、数据表和报告写入文件夹
cli-arg-output = 写入的文件夹；不存在时自动新建
cli-arg-formats = 格式，以逗号分隔：{ $known }。不写则全部输出
cli-arg-charts = 要绘制的指标标识，以逗号分隔。不写则全部绘制，报告中只绘重点图表
cli-arg-sections = 报告各部分，以逗号分隔，按所列顺序写入：{ $known }。不写则按此顺序全部写入
cli-arg-mode = 图表内容：level、index、cumulative、annual 或 progress
cli-arg-width = 图宽：8（半栏）、16（整栏）、slide（幻灯片，25.4 × 14.3厘米），或任意厘米数
cli-arg-no-provenance = 不在图下注明来源；文件元数据中仍会保留
cli-arg-outlines = 将 SVG 中的文字转为轮廓：各处显示一致，但不能检索和编辑
cli-arg-region = IAMC 数据所属地区
cli-arg-bom = CSV 以字节顺序标记开头，中文 Windows 上的 Excel 需要
cli-arg-force = 替换已有的文件
cli-exported = { $count ->
       *[other] 已在 { $folder } 写入{ $count }个文件
    }
cli-not-drawn = 以下指标缺少基期值，或不适用这种表示方式，未绘制：{ $ids }
figure-width = 图宽不能为{ $width }厘米
figure-width-help = 请用8、16、slide，或{ $least }至{ $most }之间的厘米数
figure-cannot-draw = 无法绘图：{ $detail }
figure-cannot-draw-help = 请换一种格式或尺寸；若仍失败，请附上情景文件报告问题
export-nothing = 没有可输出的内容
export-nothing-help = 所选图表均无数据：请在情景中给出基期值，或另选图表或格式
export-too-many = 共{ $count }张图表，一次最多输出{ $limit }张
export-too-many-help = 请选择部分图表，或只选不含图表的格式，如 csv、iamc、xlsx
export-exists = { $count ->
       *[other] 已有{ $count }个同名文件，第一个是{ $first }
    }
export-exists-help = 请另选文件夹，或允许替换（命令行用 --force）
export-no-file = { $path }不是文件，而是文件夹或其他并非由本软件写入的内容；未作任何改动
export-no-file-help = 请将其移走或改名，或选择其他文件夹
export-busy = 另一导出正在向 { $path } 写入文件；未作任何更改
export-busy-help = 请待其完成后重试，或另选文件夹
export-kept = 此前中断的导出将旧版文件留在 { $path }。请移回需要的文件，然后删除该文件夹。
export-cannot-use = 无法使用文件夹 { $path }：{ $reason }
export-cannot-write = 无法写入 { $path }：{ $reason }
export-not-put-back = 无法还原 { $path }：{ $detail }
export-not-put-back-help = 原文件保存在 { $path }，请手动移回

## Exports: tables and workbook
export-file-failed = { $file }未能生成，因此没有写入任何文件：{ $reason }
export-failed = 无法生成 { $format } 文件：{ $detail }
export-failed-help = 这是规划轨迹的缺陷，请附上情景文件告知我们
export-provenance = Planpath { $version }；规划 { $plan }；情景 SHA-256 { $hash }
sheet-progress = 进展
sheet-progress-level = 当时水平
sheet-progress-chart = 最新实际值年份的官方进度与应达进度
sheet-trajectories = 轨迹
sheet-actuals = 实际值
sheet-sources = 出处和说明
sheet-levers-input = 可以修改的年率
sheet-levers-past = 由实际值得出
sheet-annual-change = 比上年的变化
sheet-even-path = 匀速达标路径
sheet-charts-data = 图表数据
sheet-counts = { $all }项目标中，{ $judged }项有数据或已设年率：达到{ $met }项，接近{ $close }项，未达到{ $missed }项，方向相反{ $wrong }项；{ $assumed }项未录入任何数据，按规划路径假定；{ $unknown }项缺少基期值。达到的目标中，{ $set }项以已设年率为前提，{ $plan }项至少部分以保持规划进度为前提；部分依据假定的{ $partly }项
sheet-counts-binding = 约束性目标{ $all }项，{ $judged }项有数据或已设年率：达到{ $met }项，接近{ $close }项，未达到{ $missed }项，方向相反{ $wrong }项；{ $assumed }项按规划路径假定；{ $unknown }项缺少基期值。达到的目标中，{ $set }项以已设年率为前提，{ $plan }项至少部分以保持规划进度为前提；部分依据假定的{ $partly }项
column-target-value = 目标数值
column-target-level = 恰好达标的水平
column-last-level = { $year }年水平
column-wording = 规划原文
column-dynamics = 变化方式
column-rate-unit = 年率单位
column-scope = 口径
column-definition = 定义
column-kind = 公布形式
column-figure = 公布数值
column-confidence = 可信度
origin-base = 基期
origin-actual = 实际值
origin-interpolated = 内插
origin-projected = 推演
actual-kind-level = 水平
actual-kind-annual = 比上年的变化
actual-kind-cumulative = 比{ $year }年的变化
confidence-high = 高
confidence-medium = 中
confidence-low = 低
## 报告
report-title = 《{ $plan }》情景评估报告
report-section = { $number ->
        [1] 一
        [2] 二
        [3] 三
        [4] 四
        [5] 五
        [6] 六
        [7] 七
        [8] 八
       *[other] { $number }
    }、{ $heading }
report-subsection = { $number ->
        [1] （一）
        [2] （二）
        [3] （三）
        [4] （四）
        [5] （五）
       *[other] （{ $section }.{ $number }）
    }{ $heading }
report-summary = 总体评估
report-scorecard = 达标情况
report-progress = 进展评估
report-levers = 年率设定
report-charts = 主要指标走势
report-implications = 关联影响分析
report-methods = 测算方法
report-sources = 资料来源
report-table-label = 表
report-figure-label = 图
report-caption-separator = {"　"}
report-binding-name = { $name }（约束性）
report-item = { $name }：
report-stance = 【{ $stance }】
report-sentences = { $first }{ $next }
report-clause-separator = ，
report-names-separator = 、
report-scopes-differ = 各指标口径不一
report-scopes-in-sources = 见“资料来源”
report-unstated = 未注明
report-about = 本报告以《{ $plan }》（{ $source }）确定的目标为依据，对“{ $scenario }”情景{ $base }—{ $end }年的推演结果进行评估。
report-description = 情景说明：{ $text }
report-actuals-until = { $count ->
       *[other] 已录入{ $count }项指标的实际值，最近年份为{ $year }年：{ $names }。各指标最后一个有实际值的年份之后，按已设年率推演；未设年率的，假定按规划进度推进。
    }
report-not-met = 未达到的目标如下，按完成进度由低到高排列：
report-not-judged = 未作评估的目标如下：
report-shortfall = { $status }。推演值：{ $projected }；目标：{ $target }；差距：{ $gap }；完成进度：{ $progress }。
report-shortfall-required = 要达到目标，{ $years }须{ $rate }。
report-shortfall-unknown = 目标{ $target }，因缺少基期值未作评估。
report-scorecard-table = 各项目标推演与评估结果
report-scorecard-note = 注：差距为推演值减目标值；进度为自基期起已完成目标的比例；年均尚需为最后一个有数据的年份之后各年须保持的不变年率，已达到或无法达到的以“–”表示。
column-required = 年均尚需
report-progress-none = 本情景尚未录入规划期内的实际值，暂不能评估进展。
report-progress-until = { $count ->
       *[other] 数据截至{ $year }年；{ $all }项目标中有{ $count }项以数据为依据。
    }
report-progress-counts = 其中{ $counts }。
report-progress-reached = { $count ->
       *[other] 已提前达到{ $count }项
    }
report-progress-holds = { $count ->
       *[other] 目前保持{ $count }项
    }
report-progress-open = { $count ->
   *[other] 尚不可知{ $count }项
    }
report-progress-ahead = { $count ->
       *[other] 超前{ $count }项
    }
report-progress-on-schedule = { $count ->
       *[other] 符合进度{ $count }项
    }
report-progress-behind = { $count ->
       *[other] 滞后{ $count }项
    }
report-progress-beyond-limit = { $count ->
       *[other] 已越限{ $count }项
    }
report-progress-not-reached = { $count ->
       *[other] 未达到{ $count }项
    }
report-progress-wrong = { $count ->
       *[other] 方向相反{ $count }项
    }
report-progress-binding = { $counted }（约束性{ $binding }项）
report-progress-missing = { $count ->
       *[other] 预期性目标中有{ $count }项没有数据依据，不计入“符合进度”：{ $names }。
    }
report-progress-missing-binding = { $count ->
       *[other] 约束性目标中有{ $count }项没有数据依据，不计入“符合进度”：{ $names }。
    }
report-progress-baseless = { $count ->
       *[other] 有{ $count }项目标缺少基期值，无法计算进度：{ $names }。
    }
report-progress-schedule = 进度对照
report-progress-needed = 已完成与尚需完成
report-progress-attention = 滞后、未达到与偏离的目标
report-progress-paths = 有数据目标的走势
report-progress-overview = 各项目标最新数据年份的官方进度与应达进度（应达进度按匀速路径计算）
report-progress-table = 各项目标逐年官方进度与应达进度
report-progress-note = 注：官方进度为自基期起已完成目标的比例，按统计部门的方法计算，逐年连乘的指标取对数，逐年累加的指标按线性计算。*实际值；~由实际值内插；^由数据推算；#部分假定；°假定；无标记的按已设年率推演。
report-standing-table = 各项目标最新进展与尚需完成
report-standing-note = 注：“数据至”为指标自身最新实际值的年份，推算指标为其推算依据的最新实际值年份，标记含义同分年表；线性进度不取对数，列出供比较；已完成为自基期至该年的变化；尚需完成为自该年至目标的变化；年均尚需为剩余各年须保持的不变年率，单位相同。
report-progress-binding-group = 约束性目标
report-progress-expected-group = 预期性目标
report-progress-chart = { $name }：实际值、匀速达标路径、推演与追赶路径
report-progress-chart-met = { $name }：实际值、匀速达标路径与推演
report-progress-chart-set = { $name }：匀速达标路径、推演与追赶路径
report-progress-chart-set-met = { $name }：匀速达标路径与推演
report-progress-chart-derived = { $name }：由数据推算值、匀速达标路径、推演与追赶路径
report-progress-chart-derived-met = { $name }：由数据推算值、匀速达标路径与推演
report-levers-intro = 下表列出各指标逐年年率：有数据的年份由数据得出，其后年份按情景设定；情景未设定的，假定按规划匀速年率推进。按下降率推算的指标，正数表示下降，负数表示上升；其余指标正数表示上升。
report-levers-table = 各指标逐年年率
report-levers-note = 注：*两端均为实际值或基期值；~至少一端由内插得出；°假定，未录入数据也未设年率；无标记的为情景设定。匀速年率为自基期起、或自上一目标年份起的不变年率，按足以达到目标取整。
column-even-rate = 匀速年率
column-set = 设定方式
column-rates = 逐年年率
report-set-plan = 未设定
report-output-growth = 集中度所依据的产量增速
report-output-growth-text = 头部企业年增速{ $top }（%）；全行业年增速{ $all }（%）。
report-lever-notes = 设定说明
report-charts-intro = 各图同时显示情景路径和匀速达标路径，规划目标以括线标在到期年份。情景路径中，已知部分为实线，其中实际值为实心点、内插的为空心点、推算值不加点；按已设年率推演的为虚线；部分假定的线条较细；仅为假定的为灰色点线。
report-no-charts = 未选择可以绘制的图表。
report-not-drawn = 以下指标缺少基期值，或不适用这种表示方式，未绘制图表：{ $names }。
report-caption = { $name }（口径：{ $scope }；资料来源：{ $source }；数值依据：{ $basis }）
report-caption-actuals = { $name }（口径：{ $scope }；资料来源：{ $source }；实际值来源见“资料来源”部分；数值依据：{ $basis }）
report-caption-series = { $name }（口径：{ $scope }；资料来源：{ $source }；实际值来源：{ $actuals }；数值依据：{ $basis }）
report-no-implications = 所设年率未引出其他推论。
report-implications-intro = 根据所设年率和规划指标之间的恒等关系，得出推论{ $all }条，其中矛盾{ $conflicts }条，值得注意{ $notable }条。
report-method-projection = 推演
report-method-levels = 各指标水平 x 自{ $base }年的基期水平 x₀ 起逐年计算至{ $end }年，r 为当年年率。没有基期值的指标以基期年为100计算指数。
report-method-growth = 增长类指标按复合增长计算：
report-method-decline = 下降类指标按复合下降计算：
report-method-additive = 比重、比率类指标按百分点逐年累加：
report-method-concentration = 产业集中度也可由头部企业与全行业的产量增速 g 得出：
report-method-derived = 推算指标由恒等式得出，缺少基期值的以指数表示：
report-method-actuals = 有实际值的年份以实际值代替年率；两个已知水平之间的年份按不变年率内插；推演从最后一个有实际值的年份开始。
report-method-judging = 目标与评估
report-method-forms = 本规划目标的形式：
report-form-average-growth = 年均增速：自基期至目标年份各年变化的几何平均值。
report-form-cumulative = 累计变化：目标年份水平与基期水平之比，以%表示。
report-form-level = 水平：目标年份的水平。
report-form-change = 变化量：目标年份水平与基期水平之差。
report-form-between = 区间：目标年份的水平处于上下限之间（含上下限），差距按较近的一限计算。
report-form-count = 数量：至目标年份完成的整数个数，自0起算，不足一个的不计。
report-form-done = 完成事项：至目标年份完成或未完成。
report-form-each-year = 每年目标：各年均按全额要求评估，年增速与上年相比；列示并评判其中最差的年份，数据表明已有年份未达到的，不能再弥补。
report-form-strict = “超过”“低于”须严格超过或低于，恰好等于目标数值不算达到。
report-form-about = “左右”按不低于评估，上限类目标按不高于评估。
report-method-targets = 评估均以未经四舍五入的数值进行。
report-method-status = 按目标自身的比较方式达到的为“达到”；未达到但完成进度在90%以上的为“接近”，不足90%的为“未达到”；比基期更加偏离目标的为“方向相反”。基期已满足目标的，不存在方向相反。
report-method-progress = 完成进度
report-method-progress-text = 完成进度按统计部门的方法计算：逐年连乘的指标取对数，逐年累加的指标按线性计算。x* 为恰好实现目标的水平，m 为年份序号：
report-method-progress-special = 其他情形：
report-method-progress-held = 基期已满足目标的，目标保持期间完成进度为100%；越过目标线后，为100%减去越线距离占目标线与基期水平之距的比例。
report-method-progress-band = 区间目标，处于区间内的完成进度为100%；区间外为100%减去与较近一限的距离占基期距离的比例，基期在区间内的，占区间宽度的比例。
report-method-progress-count = 数量目标，完成进度为已完成整数个数所占的比例。
report-method-progress-done = 完成事项，完成进度为0或100%。
report-method-required = 尚需年率
report-method-required-text = 自最后一个有数据的年份 m 至目标年份 n 须保持的不变年率；下降类指标取其相反数。所列数值按足以达到目标取整：
report-source-documents = 规划与情景
report-source-plan = 规划
report-source-plan-text = 《{ $plan }》，{ $source }；基期为{ $base }年，末年为{ $end }年。
report-source-scenario = 情景
report-source-scenario-text = { $scenario }；文件 SHA-256：{ $hash }；由规划轨迹 { $version }计算。
report-source-indicators = 指标口径与出处
report-source-table = 各指标口径与出处
report-source-bases = 基期值
report-source-bases-text = 以下基期值由情景给定：
report-source-actuals = 实际值
report-actuals-table = 已录入的实际值
report-kind-against = 与{ $year }年相比
report-series-table = 实际值的来源、口径和可信度
report-source-actuals-notes = 对实际值的说明：
report-cannot-write = 无法写出报告：{ $detail }
report-cannot-write-help = 请换一种格式；若仍失败，请附上情景文件报告问题


## Tracking and solving
cli-about-track = 显示每个目标的官方进度，以及剩余年份需要的年率
cli-about-solve = 求解达到目标所需的年率；不修改文件
cli-arg-target = 要达到目标的指标标识
cli-arg-lever = 要调整的指标标识；ID:top 和 ID:all 分别表示前几家企业和全行业的产量增速。不写则调整目标自身的指标
cli-arg-from = 调整的第一年；用 one-year 时即该年。不写则从最后一个实际值的次年开始
cli-arg-way = 调整方式：constant（剩余各年同一年率）、one-year（只改一年）、scale（各年年率同乘一个系数）或 catch-up（从最后一个实际值起匀速推进）
cli-about-sensitivity = 显示哪些年率影响某项目标或水平，影响多大
cli-arg-moved-target = 要了解其目标的指标标识
cli-arg-moved-indicator = 要了解其水平的指标标识
cli-arg-moved-year = 水平所属年份。不写则为规划末年
cli-arg-method = derivative（各项年率每变动1个百分点的影响）、tornado（各项不确定的年率单独抽样时的结果）或 sobol（各项在方差中的份额）
sensitivity-no-levels = { $id } 没有可变动的水平
sensitivity-year = { $year }年的水平与年率无关
sensitivity-year-help = 请选择{ $first }年至{ $last }年
sensitivity-nothing-moves = 没有年率的小幅变动能影响它。
sensitivity-turned = 年率变动
sensitivity-moves = 影响
outcome-level = { $year }年{ $name }
outcome-not-uncertain = { $name }没有不确定性：各次抽样结果相同
tornado-low = 10%分位数
column-rates-quantiles = 年率10%与90%分位数
tornado-high = 90%分位数
tornado-swing = 摆幅
tornado-centre = 各项年率均取中位数
tornado-correlated = { $names }随之变动
tornado-turns = 中途反向
tornado-title = 各项年率对{ $name }的影响
tornado-row = 。{ $name }：{ $said }
tornado-remarked = { $said }，{ $remark }
tornado-range = { $low } 至 { $high }
tornado-centre-in-words = ，居中为{ $value }
outcome-fall = 降幅，%
outcome-rise = 升幅，%
indices-title = { $name }的方差来源
shapley-title = { $name }的方差来源（Shapley 份额）
indices-unit = 占方差的份额
indices-row = 。{ $said }
index-together = 仅与其他年率共同作用
index-interval-name = 95%置信区间
index-interval = { $value }（{ $low } 至 { $high }）
index-first = 一阶 { $value }
index-total = 总 { $value }
index-shapley = 份额 { $value }
index-interaction = 其中 { $part } 仅来自与其他年率的共同作用
index-of-lever = { $name }：{ $said }
index-column-first = 一阶指数
index-column-total = 总指数
index-column-shapley = Shapley 份额
index-drawn = 95%置信区间，{ $scrambles }次加扰，每次{ $base }个点，种子 { $seed }
index-shapley-why = 所涉年率相关，因此给出 Shapley 份额：各项方差份额之和为1。
draws-medians = { $name }的中位数：达标的抽样中为{ $met }，其余抽样中为{ $others }
draws-all-meet = { $name }在各次抽样中均达标
draws-none-meets = { $name }在各次抽样中均未达标
draws-nothing = 尚未设定不确定性
draws-nothing-help = 请在情景的 uncertainty 中加入，例如 "value-added": (spread: Normal(sd: 1.0), years: SameDraw)
draws-no-open-year = { $id } 各年均有实际值，所设不确定性不起作用
draws-no-open-year-help = 请删去，或写作 spread: Fixed
draws-dimensions = 所有不确定的年率共需{ $needed }维，现有{ $available }维
draws-dimensions-help = 请减少不确定的年率，或设为各年相同
draws-year-rules = { $one } 与 { $other } 相关，但各年的抽样方式不同
draws-year-rules-help = 请为两者设同样的 years
draws-contradictory = { $levers } 的相关系数相互矛盾
draws-contradictory-help = 请使其中一个更接近0
draws-size = 无法抽样{ $size }次
draws-size-help = 请选择1至{ $most }之间的次数
cli-about-sample = 对设有不确定性的年率抽样，给出目标达到的概率和水平值的分布
cli-arg-draws = 抽样次数；2的幂最为精确
cli-arg-seed = 抽样所用的种子：种子相同则抽样相同
cli-arg-sampler = 抽样所用的点：sobol（加扰的 Sobol' 点）或 random（伪随机点）
cli-arg-draws-out = 写入每次抽样结果的文件：扩展名为 .parquet 时用 Parquet 格式，否则用 CSV 格式
sample-mostly-outside = { $share }的抽样使 { $id } 超出可能范围
sample-mostly-outside-help = 请缩小其不确定范围，或改设年率
sample-chance = 达到概率
sample-error = 标准误
sample-end = { $year }年水平值
cli-arg-shard = 只计算 N 份抽样中的第 K 份，供合并之用
cli-arg-shard-output = 写入该份结果的文件
cli-arg-merge = 将各份合并为一个结果，与一次完成全部抽样的结果相同
sample-part-written = 已写入第{ $part }份：{ $path }
sample-no-part = { $path } 不是 planpath sample 写出的分份结果，或已损坏
sample-no-part-help = 请用 --shard 重新生成
sample-other-run = { $path } 与 { $other } 不属于同一次抽样：{ $differs } 不同
sample-part-twice = { $path } 与 { $other } 是同一份
sample-parts-missing = 缺少以下各份：{ $parts }
cli-catch-up-from = catch-up 总是从最后一个实际值的次年开始，不能与 --from 同用；请用 --way constant --from YEAR
track-due = 匀速路径应达进度
track-due-by = 按{ $year }年完成的匀速路径应达进度
track-due-each-year = 每年均应达到
track-due-done = 应于{ $year }年一次完成
track-legend = 官方进度：按百分比变化的指标用对数计算。线性进度列在旁边供比较。
track-column-standing = 进展
track-column-last = 最新实际值
track-column-data = 数据至
track-column-linear = 线性进度
track-column-achieved = 已完成
track-column-remaining = 尚需完成
track-column-required = 年均尚需
standing-unknown = 尚无数据
standing-reached = 现已达到
standing-holds = 目前保持
standing-beyond-limit = 已越限
standing-not-reached = 未达到
remaining-hardly = 相差极微
track-hold = 保持即可
track-not-known-yet = 尚不可知
track-from-zero = 最近水平为0，无法用年率表示
standing-ahead = 超前
standing-on-schedule = 符合进度
standing-behind = 滞后
track-too-late = 已无剩余年份
track-wrong-down = { $name }偏离了目标方向：{ $base }年为{ $from }，{ $year }年降至{ $to }，而目标是到{ $end }年达到{ $goal }，因此进度为负。
track-wrong-up = { $name }偏离了目标方向：{ $base }年为{ $from }，{ $year }年升至{ $to }，而目标是到{ $end }年达到{ $goal }，因此进度为负。
track-wrong-need = 若仍要达到目标，{ $years }需要{ $rate }。
track-years = { $first }年至{ $end }年
track-year = { $end }年
track-behind = { $name }落后于进度：到{ $year }年完成{ $progress }，应完成{ $due }，相差{ $points }个百分点。
track-behind-need = 要达到目标，{ $years }需要{ $rate }，而至今平均为{ $so-far }，前者是后者的{ $times }倍。
track-behind-start = 要达到目标，{ $years }需要{ $rate }，而至今没有变化。
track-missed-in-year = { $name }在{ $year }年未达到：要求{ $promise }。
track-not-reached = { $name }未达到：到{ $year }年完成{ $progress }，要求{ $promise }。
track-beyond-limit = { $name }到{ $year }年已越限：要求{ $promise }。
track-behind-lost = 已无法补上：{ $reason }。
overview-title = 对照{ $end }年目标的官方进度
overview-title-years = 对照各项目标的官方进度
overview-due = 应达进度
overview-label = { $progress }，{ $standing }
overview-label-year = { $year }年{ $progress }，{ $standing }
overview-stand = 。{ $name }：到{ $year }年完成{ $progress }，应完成{ $due }，{ $standing }
pace-last-actual = 按最近数据的年率继续
pace-mean-of-actuals = 按实际值的平均年率继续
pace-plan-even = 回到规划的匀速年率
pace-required = 追赶目标
why-not-derived = 它由其他指标推算，没有自己的年率
why-not-base = 没有基期值
why-not-actuals = 没有实际值
why-not-years = 最后一个实际值之后已无剩余年份
why-not-target = 没有目标
why-not-met-already = 目标已经达到
why-not-reachable = 任何年率都无法达到
solve-cannot = 无法用 { $lever } 求解 { $id }：{ $reason }
solve-no-target = { $id } 没有目标
solve-not-behind = 该目标与这个指标无关，只取决于 { $allowed }
solve-not-output = 这个指标的年率不是按产量增速给出的
solve-year = { $year }年不能调整；剩余年份为{ $first }至{ $last }年
solve-year-one = { $year }年不能调整；剩余年份只有{ $last }年
solve-no-years = 最后一个实际值与目标到期年之间已无剩余年份
solve-year-help = 可选：{ $years }
solve-no-years-help = 除非更正实际值，否则结果不会改变
solve-met-already-help = 该目标已经达到，无须再作调整
solve-other-target-help = 请选择其他目标，或直接设定年率
solve-nothing-to-scale = 剩余各年的年率都是零，乘以任何系数仍为零
solve-nothing-to-scale-help = 请用 --way constant，或先给出年率
solve-no-effect = 这个年率不影响该目标
solve-other-lever-help = 请用 --lever 另选一个指标
solve-exhausted = 继续调整年率，该目标几乎不再变化
solve-not-reached = 用这种方式无法达到目标，所示为能达到的最接近结果。再进一步则：{ $reason }。
solve-not-reached-written = 用这种方式无法达到目标，所示为保留{ $decimals }位小数时能达到的最接近结果。再进一步则：{ $reason }。
solve-lever = 调整指标
solve-lever-part = { $name }：{ $part }
solve-way = 方式
solve-way-constant = { $from }年至{ $end }年同一年率
solve-way-one-year = 只改{ $from }年的年率
solve-way-single = { $from }年的年率
solve-way-scale-one = { $from }年的年率乘以一个系数
solve-way-scale = { $from }年至{ $end }年的年率同乘一个系数
solve-way-catch-up = { $from }年至{ $end }年匀速推进
solve-value = 结果
solve-rates = 写入文件
solve-lost-later = 这样仍不够：目标每年均应达到，{ $year }年将未达到。请逐年设定年率。
solve-strict = { $side ->
        [less] 目标要求低于规定数值，恰好等于该数值不算达标；所示为保留{ $decimals }位小数时最接近且能够达标的结果。
       *[more] 目标要求超过规定数值，恰好等于该数值不算达标；所示为保留{ $decimals }位小数时最接近且能够达标的结果。
    }
solve-on-line = { $side ->
        [less] 目标要求低于规定数值，所示结果恰好等于该数值，尚未达标。
       *[more] 目标要求超过规定数值，所示结果恰好等于该数值，尚未达标。
    }

## Decomposition
cli-about-decompose = 分解推算指标在两个年份之间的变化，或两个情景之间的差异
cli-arg-indicator = 要分解的推算指标标识
cli-arg-against = 作为对照的情景，须属同一规划；比较的年份由 --to 指定
cli-arg-decompose-from = 起始年份，默认为规划基期年
cli-arg-decompose-to = 终止年份，或比较两个情景的年份，默认为规划末年
cli-arg-decompose-method = 方法：lmdi（按因素分解，对数平均）或 shapley（按两个情景的指标归因，对所有先后次序取平均）
cli-arg-chained = 逐年分解后加总，而不是由起始年份直接到终止年份
decompose-cannot = 无法分解 { $id }：{ $reason }
decompose-lever = 它只由自己的年率决定
decompose-derived = 可以分解的推算指标：{ $allowed }
decompose-none-derived = 该规划没有推算指标
decompose-no-base = 缺少基期值，因而没有水平：{ $names }
decompose-year = { $year }年不在规划期内
decompose-no-years = 起始年份须早于终止年份
decompose-years-help = 请选择{ $first }年至{ $last }年之间的年份
decompose-other-unit = 它在一个情景中是指数，在另一个情景中有单位，因为只有一个情景给出了基期值：{ $names }
decompose-points = { $name }的录入值与推算值相差若干个百分点，不能作为因素
decompose-points-help = 请不录入该指标的数值，或改用其他指标
decompose-changes-sign = { $name }到{ $year }年正负号改变，没有对数
decompose-negative = { $name }在{ $year }年为负，没有对数
decompose-no-value = { $name }在{ $year }年没有数值
decompose-sign-help = 对数平均要求各因素不为负；请另选年份或指标
decompose-other-plan = { $path } 是规划 { $found } 的情景，不属于 { $own }
decompose-other-plan-help = 请给出同一规划的情景
decompose-against = 对照情景：{ $name }
decompose-effect-of = 影响因素
decompose-change = 变化量
decompose-share = 占变化量的比重
decompose-residual = 残差
decompose-level = 期末水平
decompose-rests-on = 依据
decompose-discrepancy = { $name }录入值与推算值之差
decompose-name = { $name }
decompose-item = { $name }（{ $effect }）
decompose-list = { $first }、{ $next }
decompose-moved = { $direction ->
        [up] { $from }年至{ $to }年{ $name }上升{ $size }
        [down] { $from }年至{ $to }年{ $name }下降{ $size }
       *[none] { $from }年与{ $to }年{ $name }相同
    }
decompose-differs = { $direction ->
        [up] { $to }年{ $name }比“{ $other }”高{ $size }
        [down] { $to }年{ $name }比“{ $other }”低{ $size }
       *[none] { $to }年{ $name }与“{ $other }”相同
    }
decompose-because = { $said }，原因是{ $main }
decompose-mostly = { $said }，主要原因是{ $main }，其次是{ $list }
decompose-cancel = { $said }，各因素的影响相互抵消：{ $list }
decompose-other-way = { $said }；反向影响：{ $list }
decompose-end = { $said }。
decompose-held = 没有数据、保持不变的因素：{ $names }。
decompose-chained = 加法LMDI-I分解，逐年分解后加总，各年与各时段可以相加。
decompose-direct = 加法LMDI-I分解，由起始年份直接到终止年份；逐年分解后加总（--chained）的结果与此不同。
decompose-difference = 两个情景之间的加法LMDI-I分解。
decompose-direct-window = 加法LMDI-I分解，由起始年份直接到终止年份；逐年分解后加总的结果与此不同。
decompose-named-effect = { $name }{ $effect }
decompose-unit-index = { $unit }；影响以指数点计
decompose-unit-percent = %；影响以百分点计
decompose-unit-index-year = 每年指数点
decompose-rests = { $names }{ $origin }
decompose-years-rest = { $years }：{ $said }
decompose-from-data = 据实际值
decompose-both = 两者兼有
decompose-difference-column = 差异
decompose-share-column = 比重
decompose-level-of = 期末{ $name }
decompose-level-here = 本情景{ $name }
decompose-what = 分解
decompose-from = 自
decompose-via = 经
decompose-to = 至
decompose-in = 年份
decompose-how = 方式
decompose-straight = 不经中间年份
decompose-against-list = 与情景对照……
decompose-against-name = 对照：{ $name }
decompose-against-none = 不对照情景：两个年份之间
decompose-way-chained = 逐年累加
decompose-way-direct = 首尾直接
decompose-way-factors = 按因素
decompose-way-levers = 按指标
decompose-answer = { $year }年：{ $change }
decompose-question = { $name }变动的因素
decompose-question-differs = { $year }年{ $name }差异的原因
decompose-year-by-year = 逐年变动
decompose-in-figures = 数值表
decompose-none = 该规划没有推算指标，没有可以分解的内容。
decompose-none-help = 推算指标由其他指标得出，如增加值×能耗强度；只有这类指标的变动才能分解为因素。可在自己的规划文件中定义。
decompose-no-answer = { $name }无法分解：{ $reason }。
decompose-no-answer-help = 处理办法：{ $help }。
decompose-others = 只由自己的年率决定
decompose-unread = 无法读取该情景
decompose-bar = { $name }，{ $span }：{ $effect }
decompose-bar-formula = Σ L·a·ln（后值÷前值），逐年加总；L为前后{ $name }的对数平均，a为因素的指数。
decompose-bar-formula-direct = L·a·ln（后值÷前值）；L为前后{ $name }的对数平均，a为因素的指数。
decompose-bar-formula-levers = 各指标以所有可能的次序变为本情景的数值时，该指标所致变动的平均值。
decompose-bar-values = { $name }：{ $before } → { $after }
decompose-bar-held = 无数据，按不变计
decompose-bar-change = 变动{ $change }
decompose-copy = 复制表格
attribute-error = 误差
attribute-role = 取决于
attribute-roles = 由政策决定的指标：{ $policy }；假设的指标：{ $assumption }。
attribute-exact = 沙普利值：各指标由一个情景变到另一个情景，对所有先后次序取平均。
attribute-sampled = 沙普利值：各指标由一个情景变到另一个情景，抽取{ $orders }种先后次序取平均，并给出标准误差。
attribute-base-year = 两个规划的基期年不同：{ $first }年和{ $second }年
attribute-not-shared = 两个规划中，该指标所依据的指标和恒等式不同；缺少或不同的有：{ $names }
attribute-no-levels = { $name } 在一个情景中没有水平，因为缺少基期值
attribute-other-unit = { $name } 在一个情景中是指数，在另一个情景中有单位
attribute-no-value = 一个情景的指标与另一个情景的指标合在一起得不出数值
attribute-help = 请改用其他指标，或共同之处更多的情景
cli-shapley-alone = shapley 用于解释两个情景之间的差异；请用 --against 给出另一个情景
cli-about-compare = 比较多个情景：列出不同的年率、水平和目标
cli-arg-compared = 情景文件；除非用 --reference 另行指定，第一个为对照情景
cli-arg-reference = 其他情景与之比较的对照情景
cli-arg-by = 指标按其对该目标或指标差异的影响排序；不给出时按规划中的次序
compare-one = 只有一个情景，无从比较
compare-one-help = 请至少给出两个：planpath compare FILE FILE
compare-nothing-shared = 这些情景的规划没有共同的指标
compare-no-years = 这些情景的规划没有共同的年份
compare-shared-help = 请比较规划中标识和单位相同、年份重合的情景
compare-reference = { $name }（对照）
compare-lever = 年率不同的指标
compare-rate = 年均
compare-effect = { $outcome }，{ $scenario }
compare-level = { $year }年水平不同的指标
compare-target = 结果不同的目标
compare-outcome = { $year }年{ $name }
compare-same = 与“{ $reference }”相同：{ $names }。
compare-counts = { $all }个年率指标中{ $levers }个不同，{ $indicators }个水平中{ $outcomes }个不同，{ $promised }个目标中{ $targets }个不同。
attribute-target-figure = { $name }（目标数值）
compare-assumed = ° 假定：未录入数据，按规划匀速路径。
compare-not-shared = 并非所有规划都有、因而未作比较的指标：{ $names }。
compare-not-attributed = 差异未归因到各指标：{ $reason }
waterfall-change = { $first }—{ $last }年{ $name }变化的因素
waterfall-difference = { $year }年{ $name }：由“{ $first }”到“{ $last }”
waterfall-why = { $name }：“{ $first }”与“{ $last }”差异的原因
waterfall-residual = 残差
waterfall-raises = 使之上升
waterfall-lowers = 使之下降
waterfall-raises-later = 最后数据之后使之上升
waterfall-lowers-later = 最后数据之后使之下降
stack-title = 逐年影响{ $name }的因素

## Window: Compare
compare-full = 最多同时比较{ $most }个情景
compare-full-help = 请先移除其中一个
compare-file-changed = { $path } 已有改动，现已重新读取
compare-file-gone = { $path } 已不存在；仍按上次读取的内容比较
compare-file-unreadable = { $path } 已无法读取；仍按上次读取的内容比较
compare-file-help = 请恢复该文件，或将该情景移出比较
compare-take-years = 不能采用该指标：另一情景的规划没有这一指标，或年份不同
compare-none = 添加情景以比较
compare-none-why = 在此并列比较两到五个情景：哪些地方不同，差异来自哪些指标。
compare-as-reference = 对照
compare-add = 添加情景
compare-add-open = 已打开的情景
compare-add-example = 示例
compare-add-file = 情景文件…
compare-remove = 将 { $name } 移出比较
compare-make-reference = 以 { $name } 为对照
compare-reading = 正在读取文件
compare-what = 不同之处
compare-sorted-by = 排序依据：影响的大小
compare-keep-order = 保持规划中的次序
compare-copy = 复制表格
compare-levels = 水平
compare-figures = 目标数值
compare-average = { $first }—{ $last }年年均
compare-effect-against = 与{ $reference }相比的影响
compare-levers = 年率指标
compare-levers-differ = { $all }项中{ $count }项不同
compare-outcomes = { $year }年结果
compare-targets-differ = { $all }项目标中{ $count }项不同
compare-no-effect = 对此无影响
compare-no-target = 无目标
compare-letter-word = { $letter }{ $word }
compare-letter-name = { $letter } { $name }
compare-all-alike = 均为{ $word }
compare-apart = { $word } → { $others }
compare-not = { $rate }，而非{ $other }
compare-remark = 说明
compare-show-equal = 显示相同的{ $count }项
compare-hide-equal = 隐藏相同的{ $count }项
compare-take-over = 复制{ $reference }，其中{ $name }采用{ $from }的数据
compare-with = 与之比较
compare-against = { $outcome }，与{ $reference }相比：
compare-why = 差异从何而来？
compare-chart = { $year }年{ $name }：{ $list }

## Window: Track
track-page-ledger = 进度台账
track-page-actuals = 实际值录入
track-page-map = 可行域
track-all-levers = 全部指标
track-reach-all = 达到全部目标…
track-no-targets = 本规划没有目标。
track-binding = 约束性目标
track-expected = 预期性目标
track-row-in-words = { $name }，{ $target }：{ $standing }；官方进度：{ $progress }；尚需年率：{ $required }
track-sentence = 截至{ $year }年：{ $achieved }，完成目标的{ $progress }，应达{ $due }。尚需完成：{ $remaining }。尚需年率：{ $required }。
track-sentence-reached = 截至{ $year }年：{ $achieved }，完成目标的{ $progress }，应达{ $due }。目标现已达到。
track-sentence-holds = 截至{ $year }年：{ $achieved }。目标目前保持。
track-sentence-open = 截至{ $year }年：{ $achieved }，完成目标的{ $progress }，应达{ $due }；其中部分数值并非数据。
track-years-left = 剩余年份
track-goal-seek = 目标求解
seek-lever = 调节的年率
seek-way = 调节方式
seek-year = 年份
seek-output = 前十家：{ $top }。全行业：{ $all }。
seek-set = 采用这些年率
seek-set-nearest = 采用最接近的年率
reach-all-nearest = 只能接近：{ $reason }
actuals-import = 导入表格…
actuals-paste = 粘贴表格
actuals-hint = 填写统计数据，下降用负号。从电子表格复制的单元格可直接粘贴到起始单元格。
actuals-kind = 数据形式
actuals-kind-of = { $name }：数据形式
actuals-row = { $name }：来源与口径
actuals-cell = { $name } { $year }年
actuals-follows = 由其他数据推得
actuals-given-as = 原始数据为{ $kind }：{ $value }
actuals-forget = 放弃这项输入
kind-level = 数值
kind-annual-change = 比上年变化
kind-cumulative-change = 比基年累计变化
series-source = 来源
series-scope = 口径
series-url = 来源网址
series-confidence = 可信度
series-confidence-unset = 未注明
series-confidence-of = { $name }：可信度
notice-figures-taken = 已采用{ $count }个数据
map-across = 横轴
map-up = 纵轴
map-impossible = 指标将超出取值范围
map-moves-nothing = 没有目标取决于这两项。
map-too-few-levers = 可行域需要两个可调指标，本规划不足两个。
map-none = 无法绘制可行域：{ $name }：{ $reason }
map-same-lever = 两个坐标轴不能并用，请更换其中一个。
map-bad-range = 规划没有给出它的年率范围
map-in-words = 可行域。当前情景位于{ $point }。该处{ $here }。各项目标均将达到的区域占{ $share }。
path-import-title = 导入实际值
file-kind-table = 表格

## Importing actuals
table-too-large = { $path } 超过100 MB，不会是数据表
table-too-large-help = 请将需要的行和列另存为一个文件，或复制后粘贴
table-too-full = { $path } 中有内容的单元格超过{ $limit }个
table-too-spread = { $path } 中的单元格过于分散：连同其间的空白单元格，总数超过{ $limit }个
table-too-much-text = { $path } 的单元格中文字超过{ $limit } MB
table-too-merged = { $path } 中的合并单元格超过{ $limit }处
table-too-many-sheets = { $path } 中有内容的表超过{ $limit }个
table-unpacks = { $path } 中的{ $part }解压后超过{ $limit } MB
file-no-file = { $path } 是管道或设备，不是普通文件
file-no-file-help = 请将其内容保存为文件后再选择
table-nothing = { $path } 是空文件，没有任何内容
table-nothing-help = 请重新保存或下载；该文件可能没有完整写入
table-other = { $path } 是{ $what }，无法从中读取表格
table-other-help = 请用原来的程序打开，将表格另存为 .xlsx 或 CSV，或复制单元格后粘贴
kind-archive = 压缩包
kind-data = 数据库或统计软件的数据文件
kind-document = 其他办公软件的文档
kind-mhtml = 单个文件网页（MHTML）
kind-numbers = Numbers 表格
kind-old-excel = Excel 4 或更早版本的工作表
kind-pdf = PDF 文档
kind-picture = 图片
kind-slides = 演示文稿或绘图
kind-word = 文字文档
kind-xlsb = 二进制工作簿（.xlsb）
kind-xml = 不含表格的 XML 文件
kind-xml-spreadsheet = XML 电子表格 2003
table-too-many-cells = { $path } 中有超出第{ $rows }行或第{ $columns }列的单元格
table-empty = { $path } 中没有数据
table-empty-help = 请选择含有表格的文件；只有图表的工作簿没有数据
table-other-text = { $path }的文本编码无法识别：不是UTF-8、UTF-16、GBK或Windows-1252
table-other-text-help = 请另存为CSV UTF-8或工作簿
table-cut-text = { $path } 既不是 UTF-8 也不是 GBK 编码，或在一个字符中间截断
table-cut-text-help = 请另存为 CSV UTF-8 或工作簿，并确认文件完整
table-no-text = { $path } 既不是文本也不是工作簿
table-no-text-help = 请选择 CSV 文件，或以 .xlsx、.xlsm、.xls、.ods 结尾的工作簿
table-password = { $path } 有密码保护
table-password-help = 请用原来的程序打开，另存一份不设密码的副本再选择；或复制单元格后粘贴
table-broken = { $path } 无法作为工作簿读取：{ $detail }
table-broken-help = 文件已损坏或不完整；请用原来的程序打开后重新保存，或直接粘贴单元格
table-macros-ignored = 工作簿中含有宏。宏不会运行，只读取单元格中的数值。
paste-empty = 粘贴的内容是空的
paste-empty-help = 请先在电子表格中复制单元格，包括年份和名称
import-no-headers = 表中既没有指标名称也没有年份
import-no-names = 表中没有指标名称
import-no-years = 表中没有年份
import-years-elsewhere = 表中提到年份（“{ $found }”），但数据上方或旁边没有年份
import-years-elsewhere-help = 请在每个数据的上方或旁边写明公历年份
import-no-headers-help = 请一并复制年份行（{ $first }年等）和指标名称或标识列，或指定第一个数据属于哪个指标、哪一年
import-no-name = 这些数据没有对应的指标
import-unknown-help = 请填写指标的标识，或其中文、英文名称
import-strangers = 表中有超过{ $limit }个不同的文字不是规划 { $plan } 的指标
import-strangers-help = 请将需要的行另存为一个文件，或复制后粘贴；工作簿请指明工作表
import-did-you-mean = 是否指“{ $name }”？
import-text = “{ $found }”不是数字
import-text-help = 请填写数字，如8.2、8.2% 或1,234.5，或留空
import-two-values = “{ $found }”中不止一个数字
import-two-values-help = 单元格中只保留一个数字
import-formula = 单元格没有数值：{ $found }
import-formula-help = 请修正公式，或留空
import-two-cells = { $name }：两个单元格给出的{ $year }年数据不同
import-repeated = { $name }：{ $year }年的同一数据已在另一个单元格中
import-title = 来自{ $name }的数据
import-pasted = 剪贴板
import-sheet = 工作表
import-nothing = 表中没有可识别为规划指标的数据。
import-leave-out = 不导入
import-choose = 选择指标
import-about = { $name }对应的指标
import-counts = 可采用{ $accepted }个，拒绝{ $refused }个{ $asked ->
    [0] {""}
   *[other] ，待定{ $asked }个
}
import-new = 新数据
import-replaces = 将替换{ $old }
import-refusal = { $cell }，{ $found }：{ $what }；{ $help }
import-first-figure = 第一个数据属于
import-take = { $count ->
    [0] 没有可采用的数据
   *[other] 采用{ $count }个数据
}

## 结果的依据

origin-implied = 推算
origin-partly-assumed = 部分假定
origin-assumed = 假定
strand-known = 实际值
strand-set = 已设年率
strand-assumed = 假定：按规划进度
legend-data-until = 实际至{ $year }年
legend-data-then-derived = 实际至{ $own }年，由数据推算至{ $year }年
legend-data-then-interpolated = 实际至{ $own }年，内插至{ $year }年
legend-derived-until = 由数据推算至{ $year }年
legend-interpolated-until = 内插至{ $year }年
years-one = { $year }年
years-several = { $first }—{ $last }年
names = { $names }
counts-judged = { $all }项目标中，{ $judged }项有数据或已设年率
counts-binding = { $all }项约束性目标中，{ $judged }项有数据或已设年率
counts-with-statuses = { $first }：{ $statuses }
counts-and = { $first }，{ $next }
counts-then = { $first }；{ $next }
counts-met = 达到{ $count }项
counts-close = 接近{ $count }项
counts-missed = 未达到{ $count }项
counts-wrong-direction = 方向相反{ $count }项
counts-assumed = { $count }项未录入任何数据，按规划路径假定
counts-unknown = { $count }项缺少基期值
counts-met-on-plan = 达到的目标中，有{ $count }项以保持规划进度为前提。
counts-met-partly-on-plan = 达到的目标中，有{ $count }项至少部分以保持规划进度为前提。
counts-met-between = 达到的目标中，有{ $count }项依据数据之间的内插。
counts-met-on-set = 达到的目标中，有{ $count }项以已设年率为前提。
counts-partly-assumed = { $count }项部分依据假定。
counts-plan-from-bases = 规划期内未设年率，也未录入实际值：以下是由情景基期值均匀推进至规划目标的路径。
counts-plan-itself = 规划期内未设年率，也未录入实际值：以下是规划自身与规划目标的对照。
evidence-none = 缺少基期值
evidence-assumed = 未录入数据
evidence-set = 已设年率
evidence-data = 数据至{ $year }年
evidence-data-then-set = 数据至{ $year }年，其后按已设年率
evidence-data-then-plan = 数据至{ $year }年，其后按规划进度
evidence-data-then-both = 数据至{ $year }年，其后部分按已设年率、部分按规划进度
evidence-data-gaps = 数据至{ $year }年，其间年份为内插
evidence-gaps-then-set = 数据至{ $year }年，其间有内插年，其后按已设年率
evidence-gaps-then-plan = 数据至{ $year }年，其间有内插年，其后按规划进度
evidence-gaps-then-both = 数据至{ $year }年，其间有内插年，其后部分按已设年率、部分按规划进度
evidence-interpolated = 由前后数据内插
evidence-without-data = { $evidence }；无数据、按已设年率：{ $names }
evidence-and-set = { $evidence }；按已设年率：{ $names }
evidence-and-paced = { $evidence }；按规划进度：{ $names }
evidence-partly = { $evidence }；假定：{ $names }
finding-assumed = 以上由规划路径得出，未录入数据。
finding-nothing-entered = 未录入数据、按规划路径推算的有：{ $names }。
finding-after-data = { $year }年起按规划路径推算的有：{ $names }。
finding-after-each = 最后一个实际值之后按规划路径推算的有：{ $names }。
status-assumed = 假定
status-on-line = 恰在界线
verdict-assumed = 按规划路径假定
verdict-on-line = 恰在界线：要求{ $promise }
verdict-would-be-on-line = 将恰在界线（要求{ $promise }）
verdict-would-be-met = 将达到
verdict-would-be-close = 将接近
verdict-would-be-missed = 将未达到
verdict-would-be-wrong-direction = 方向将相反
verdict-between = 按数据之间的内插，{ $verdict }
verdict-if-set = { $count ->
       *[other] { $years }按已设年率，{ $verdict }
    }
verdict-if-plan = { $count ->
       *[other] { $years }保持规划进度，{ $verdict }
    }
verdict-if-both = { $count ->
       *[other] { $years }按已设年率、{ $paced }保持规划进度，{ $verdict }
    }
verdict-if-levers-set = { $set }按已设年率，{ $verdict }
verdict-if-levers-plan = { $paced }保持规划进度，{ $verdict }
verdict-if-levers-both = { $set }按已设年率、{ $paced }保持规划进度，{ $verdict }
implication-discrepancy = { $name }{ $year }年录入值为{ $entered }，由相关指标推算为{ $identity }，相差{ $size }%
implication-discrepancy-points = { $name }{ $year }年录入值为{ $entered }，由相关指标推算为{ $identity }，相差{ $size }个百分点
implication-discrepancy-units = { $name }{ $year }年录入值为{ $entered }，由相关指标推算为{ $identity }，相差{ $size }{ $unit }
implication-discrepancy-between = 该年由内插得出的有：{ $names }。
implication-discrepancy-plan = 该年未录入数据、按规划路径推算的有：{ $names }。
implication-band = { $low }—{ $high }
target-done = 完成
track-to-be-done = 有待完成
solve-yes-or-no = 该目标只有完成与未完成之分，没有对应的年率
solve-lost = 该目标每年均须达到，已有年份未达到
path-is-no-number = { $name }（{ $id }）{ $year }年的数值超出可用范围
path-is-no-number-help = 请修改基期值或年率：数值须有限，且不超过基期值的10^18倍
path-has-no-percentage = { $name }（{ $id }）：起点为{ $level }，{ $year }年的目标无法用百分比计算
path-has-no-percentage-help = 请把目标写成 Level 或 Change，或为该指标给出其他基期值
base-not-zero = { $id } 从0起计数，基期值只能为0
base-not-zero-help = 请删去基期值，或改为0
rate-done = { $id } 只有完成与未完成之分，{ $rate }不属其一
rate-done-help = 完成年份填1，其余年份填0
rate-count-falls = { $id } 为累计完成数，不能下降{ $rate }
rate-count-falls-help = 请填写0或更大的数
actual-count-falls = { $id } 为累计完成数，{ $year }年不能降为{ $value }
actual-count-falls-help = 请更正该数值；已完成的不会减少
actual-done = { $id } 只有完成与未完成之分，{ $year }年的{ $value }不属其一
actual-done-help = 完成前写 Level(0.0)，完成后写 Level(1.0)
actual-derived-needs-base = { $id } 为推算指标，因所依据的指标缺少基期值而没有数值
actual-derived-needs-base-help = 请先填写所缺的基期值
plan-target-twice = { $id } 同时写有 target 和 targets
plan-target-twice-help = 请把全部目标写入 targets
plan-target-needless-comparator = { $id }：区间和“完成”类目标只有一种达到方式
plan-target-needless-comparator-help = 请删去 comparator
plan-target-no-comparator = { $id }：目标未写明在数值的哪一侧为达到
plan-target-no-comparator-help = 请加上 comparator：AtLeast、MoreThan、AtMost 或 LessThan
plan-scale = { $id } 是可调指标，不能使用{ $scale }
plan-scale-help = 请删去 scale，或写{ $scale }，由其变化方式决定
plan-target-same = { $id } 在{ $year }年有两个同类目标
plan-target-same-help = 请保留其一，或更改另一目标的到期年份
plan-target-mixed = { $id }：计数或“完成”类目标不能与其他类目标并列
plan-target-mixed-help = 请为另一目标单独设一指标
plan-target-due = { $id }：{ $year }年不能作为目标的到期年份
plan-target-due-help = 请填写{ $first }至{ $last }年，或 End
plan-target-each-year = { $id }：此类目标不能要求每年达到
plan-target-each-year-help = EachYear 适用于 Level、Between、AverageGrowth 和 Done
plan-target-count = { $id }：计数或“完成”类指标须为 Additive
plan-target-count-help = 请写 dynamics: Additive
plan-target-negative-decline = { $id }：下降{ $value }% 即为上升
plan-target-negative-decline-help = 请写 form: CumulativeGrowth({ $value }){ $falls ->
        [yes] {" "}和 dynamics: Growth
       *[no] {""}
    }{ $ceiling ->
        [yes] ，并用 comparator: AtLeast
       *[no] {""}
    }
plan-target-negative-growth = { $id }：增长{ $value }% 即为下降
plan-target-negative-growth-help = 请写 form: CumulativeDecline({ $value }){ $ceiling ->
        [yes] ，并用 comparator: AtLeast
       *[no] {""}
    }
plan-target-between = { $id }：{ $low }大于{ $high }
plan-target-between-help = 请先写较小的数：Between({ $low }, { $high })
plan-target-whole = { $id }：{ $value }不是件数
plan-target-whole-help = 请填写不小于1的整数
column-basis = 依据
target-name-year = { $name }（{ $year }年）
target-name-each-year = { $name }（每年）
target-name-year-form = { $name }（{ $year }年，{ $form }）
target-name-each-year-form = { $name }（每年，{ $form }）
projected-in-year = { $figure }（{ $year }年）
form-average-growth = 年均增速
form-cumulative-decline = 累计降幅
form-cumulative-growth = 累计增幅
form-level = 水平
form-change = 变化
form-between = 区间
form-count = 数量
form-done = 任务
cli-nothing-judged = 尚无目标有数据或已设年率，不能判断是否达到
solve-which-target = { $name } 有多个目标
solve-none-due = { $id } 没有“{ $when }”的目标
status-would-be-on-line = 将恰在界线
track-lost = 已有年份未达到
solve-yes-or-no-help = 请将完成年份的年率设为1
solve-lost-help = 已有年份无法改变，请选择其他目标
target-band = { $low }—{ $high }
figure-done = 已完成
figure-not-done = 未完成
column-remark = 备注
sheet-remark-bounds = 超出范围：只能在{ $low }和{ $high }之间
sheet-remark-number = 不是可用的数：超过基期值的10¹⁸倍，或根本没有数值
sheet-remark-behind = 所依据的水平值不可能出现
status-impossible = 无法评判
sheet-counts-impossible = ；水平值不可能出现的{ $count }项
sheet-uncertainty-error = 标准误（百分点）
sheet-uncertainty-fixed = 按导出时的情景抽样得出，不随单元格改动而变化。
sheet-uncertainty-high = 95%区间上限
sheet-uncertainty-levels = 各年水平
sheet-uncertainty-low = 95%区间下限
sheet-uncertainty-quantile = 分位数
sheet-workings = 中间计算
sheet-workings-help = 由“{ $actuals }”工作表的数据推得已知水平及其间的空缺年份，无需修改。
workings-forward = 由当年或此前年份的数据推得的水平
workings-known = 已知水平（含由次年变化倒推的）
workings-next = 本年起下一个已知水平
workings-given = 本年至该年已给出的变化
workings-open = 本年至该年未给出变化的年数
workings-factor = 倍数
workings-corrections = 推算指标：由恒等式所得到实际值
workings-identity = 恒等式所得
workings-correction-next = 下一个有实际值的年份：实际值与恒等式所得之比或之差
workings-correction-years = 本年至该年的年数
workings-correction = 当年水平的修正：倍数或差额
workings-years = 年
column-target-upper = 上限
legend-lower-limit = { $target }（下限）
legend-upper-limit = { $target }（上限）
workings-each-year = 每年的目标
workings-met = 达到（1）或未达到（0）
workings-worth = 以上两项之和，最小者为最差年份
workings-worst = 最差年份（基年起第几年）
workings-counts = 目标计数（供目标表上方的说明引用）
workings-counts-all = 全部
workings-counts-binding = 约束性
workings-counts-judged = 已评判
workings-counts-set = 以已设年率为前提达到
workings-counts-plan = 至少部分以保持规划进度为前提达到
workings-counts-partly = 部分依据假定
workings-stretches = 匀速路径（从一个到期年份到下一个）
workings-reached = 到期年份所达水平
workings-wanted = 计入该目标后的水平
workings-kept = 匀速年率（不低于每年的增长目标）
sheet-actuals-help = 有底色的单元格可以填写、修改或清空，适用于各个有水平值的指标的任一年份；水平、年率、其间年份、图表、达标情况和进展随之变化。同一年填写多个数据时以靠上的为准：先取水平，其次取比{ $year }年的变化，再次取比上年的变化。比上年的变化由上年已知水平推得当年水平，或由当年已知水平倒推上年水平。两个已知水平之间的年份按不变的年率补齐，其间已给出的变化予以保留；推演从最后一个已知水平开始。推算指标填写的数据取代恒等式所得，其余年份由此按恒等式推得。程序会拒绝的水平值，此处加以提示且不作评判；数据之间的矛盾在程序中也会被拒绝，此处不作检查。
sheet-actuals-input = 可以填写或修改的实际值
sheet-actuals-unused = 不起作用：以上方数据为准
sheet-actuals-follows = 推得的水平
sheet-actuals-from-nowhere = 有变化缺少起算水平：请补齐此前年份，或填写水平。
sheet-actuals-number = 请填写数字，或留空。
sheet-actuals-set-aside = 另填有水平{ $level }；比基期的变化填写在前，以其为准。
sheet-actuals-further = 其他已录入的实际值：{ $year }年及以前年份的数据、没有水平值的指标的数据、未采用的水平值。仅供备查，修改后工作簿中的其他数据不随之变化。
sheet-levers-follow = 修改有底色的单元格中的年率，轨迹、图表和达标情况随之变化。未设定的年率为匀速达标年率，随目标变化。“{ $actuals }”工作表中最后一个实际值及此前年份的年率由该表得出。
sheet-levers-unused = 不起作用：已有实际值
sheet-levers-outcome = 实际形成的年率
sheet-trajectories-follow = 数值是公式，由“{ $actuals }”“{ $levers }”两表和其他指标算出；基期数值是固定数值。
sheet-progress-follow = 官方进度为引用“{ $trajectories }”工作表的公式，修改年率、实际值或目标后随之变化；在“{ $actuals }”工作表填写实际值后即开始计算。
sheet-progress-unknown = 缺少基期值：{ $names }
sheet-origins = 各年数值的依据
sheet-last-actual-step = 最近实际值（第几年）
sheet-scorecard-input = 可以修改的目标数值
sheet-charts-key = 线型：实线加实心标记为实际值，细线加空心标记为内插，无标记实线为由数据推算，其中细实线为部分假定，虚线按设定年率推演，其中细虚线为部分假定，点线为假定（未录入数据也未设年率）。
legend-kind-until = { $kind }，至{ $year }年
legend-kind-of = { $scenario }：{ $kind }
legend-stretch = { $kind }（{ $number }）

# Lines that tell what they rest on
strand-derived = 由数据推算
strand-derived-in-part = 由数据推算，部分假定
strand-set-in-part = 部分假定
strand-interpolated = 内插
legend-history = 基期以前
legend-target-promise-year = { $year }年目标：{ $promise }
legend-target-promise-each-year = 各年目标：{ $promise }
legend-target-average = { $years }平均目标：{ $promise }
legend-target-needed = { $target }；{ $needed }
legend-needed = 达标尚需
legend-target-or-needed = 目标或达标尚需
target-needed = { $years }尚需：{ $rate }
chart-origin-in-words = （{ $origin }）
chart-data-in-words = ，{ $data }
chart-history-in-words = 。基期以前：{ $years }
chart-annotation-in-words = 。{ $annotation }
annotation-of-year = { $year }年标注：{ $text }
annotation-in-list = { $year }年：{ $text }
figure-annotation = { $number }. { $text }
chart-target-due-in-words = 。{ $year }年目标：{ $promise }（{ $level }）
chart-target-each-year-in-words = 。各年目标：{ $promise }（{ $level }）
chart-target-in-words = 。{ $target }

# Reports say what values rest on
overview-partly-assumed = { $standing }（部分假定）
overview-partly-set = { $standing }（部分按已设年率）
report-progress-partly-set = { $count ->
       *[other] 其中{ $count }项仅部分以数据为依据，其余按已设年率：{ $names }。
    }
report-progress-partly = { $count ->
       *[other] 其中{ $count }项仅部分以数据为依据，其余条件为假定：{ $names }。
    }
report-caption-run = { $years }{ $basis }
report-method-rests = 数值的依据
report-method-origins = 每一数值的依据为下列之一：
report-origin-base = 基期年的水平。
report-origin-actual = 为该指标该年份录入的数值。
report-origin-interpolated = 介于两个实际值之间：设有年率的指标按不变年率内插，推算指标依据内插的数值按恒等式得出。
report-origin-implied = 由恒等式得出，所依据的均为基期值或实际值。
report-origin-projected = 按情景设定的年率推演。
report-origin-partly-assumed = 由恒等式得出，所依据的条件部分为假定。
report-origin-assumed = 未录入数据也未设年率，按规划匀速路径推进，不说明实际情况或今后走势。
report-method-basis = 指标自身或其推算所依据的指标录有实际值或设有年率的，对其目标作出评估。未录入任何数据的，按规划自身路径推进，称为“假定”，不计入“达到”。仍有年份未定的，表述为在所列条件下“将达到”或“将未达到”，条件为已设年率或规划进度。推算条件部分为假定的目标照常评估，并列明假定的条件。
report-method-scale = 逐年连乘的指标，变化按比率（%）计算；比重、比率类指标，变化按百分点计算。推算指标按规划文件的规定计算，未作规定的，单位为%的按百分点计算，其余按比率计算，因此同一比重无论直接设定还是推算得出，评估结果一致。推算指标的公布值与恒等式结果不一致的，当年采用公布值，其后年份由此推进，并报告两者之差。
column-rests-on = 依据

## 窗口：所示数值的依据
score-in-full = { $name }：{ $verdict }。推演：{ $projected }；目标：{ $target }；差距：{ $gap }；进度：{ $progress }。依据：{ $evidence }
score-plain-in-words = { $name }：{ $verdict }。推演：{ $projected }；目标：{ $target }。依据：{ $evidence }
score-unknown-in-words = { $name }：{ $verdict }。目标：{ $target }
lever-rate = { $years }：{ $rate }
lever-with-basis = { $words }（{ $basis }）
lever-set = 已设
lever-past = 实际至{ $year }年，没有待定年份
lever-no-number = 数值无效
lever-before-rise = 年均增长
lever-before-fall = 年均下降
lever-before-points = {""}
lever-behind-percent = %
lever-behind-points = 个百分点
lever-done-in = { $year }年完成
lever-done-year = { $name }：完成年份
year-rests-on = { $name }（{ $origin }）
origin-with-names = { $origin }；假定：{ $names }
track-verdict = 结果：{ $verdict }。依据：{ $evidence }。
words-and-more = { $words }。{ $more }
seek-leads-in = { $year }年：{ $projected }（目标：{ $target }），{ $verdict }
reach-all-counts = 依据数据或已设年率已经达到：{ $met }项。按规划路径假定：{ $assumed }项。按下列年率可以达到：{ $solved }项。仍无法达到：{ $rest }项。
map-rests-on = 图中每一点为两个指标在待定年份的年率（{ $across }；{ $up }），其余与情景相同。
map-rests-on-values = 图中每一点为这两项的取值（{ $across }；{ $up }），其余与情景相同。
map-assumed = 未录入数据、按规划匀速路径假定的指标：{ $names }。
actuals-derived = 由以下指标推算：{ $names }。录入值用于当年，其后年份由此推算。

# 表格对数据的说明。
import-promised = 标题表明这是目标、规划或预计数
import-promised-help = 只有已经发生的才是实际值；确需读入的，请指明按何种形式读取
import-limit = 标题或名称表明这是限值，而非实际数
import-worked-out = 由其他数据推得
import-average = 多年平均值不是任何一年的数据
import-average-help = 请使用分年数据的表格，或指明按何种形式读取
import-change-as-level = 单元格表明这是变化
import-change-as-level-help = 请按变化读取
import-unclear-way = 表中对升降的说明无法理解，或与数据的正负号矛盾
import-unclear-way-help = 请写明数据的正负号
import-hidden = 该单元格或其所在的行、列已隐藏
import-hidden-help = 除非要求读入隐藏单元格，否则不予读入
import-struck = 该单元格在工作簿中已加删除线
import-struck-help = 如数据有效，请去掉删除线
import-flagged = 旁边的标记表明这是预计数或目标
import-brackets = 表中说明了括号内是什么，括号不表示负数
import-brackets-help = 请去掉括号，并写明正负号
import-odd-base = 指数的基期不是单独一个完整年份
import-odd-base-help = 请给出以某一完整年份为100的指数，或给出变化率
import-units-differ = 名称中的单位是{ $name }，单位列中是{ $column }
import-spread = 该单元格合并了多个年份或多行，其数值不属于其中任何一个
import-spread-help = 请为每个年份和每行分别填写
import-superseded = 另一单元格有{ $year }年更新的数据
import-superseded-help = 如以此数为准，请删去较新的一个
import-two-units = 单元格显示为{ $painted }，而标题或名称为{ $said }
import-two-units-help = 请使二者一致
import-painted = 单元格因数字格式显示为“{ $found }”，数值前后附加的内容无法理解
import-painted-help = 请改用普通数字格式，并在名称或表头中写明单位和升降
import-other-size = 该数约为相邻数据的百分之一，可能以0.492表示49.2%
import-other-size-help = 请与其他数据写法一致
import-part-year = 标题表明仅为{ $year }年的一部分
import-no-single-year = 标题“{ $found }”不代表某一年
import-part-year-help = 需要全年数据
import-nominal = 按现价计算的增速，与规划按不变价计算的增速口径不同
import-nominal-help = 请使用实际增速
import-points-of-ratio = 单位为百分点，而该指标的变化以百分比计
import-points-of-ratio-help = 请给出变化的百分比，或给出水平
import-absolute-change = 为绝对量的变化
import-absolute-change-help = 请给出水平，或给出变化的百分比
import-index-of-points = 为比重的指数
import-index-of-points-help = 请给出水平，或给出变化的百分点
import-prices-current = 金额按当年价格计算
import-prices-of = 金额按{ $found }年价格计算
import-base-used = 其他数据以{ $year }年的该值为基期
import-base-used-help = 基期年份本身没有实际值
import-no-hundred = 表中称{ $year }年为100，而该年数值为{ $found }
import-no-hundred-help = 请更正标题或该年数值
import-ask-points = “{ $name }”以百分比表示比重的变化，而比重的变化以百分点计。这些数据是百分点吗？
import-ask-unit = “{ $name }”的数据以什么为单位？
import-ask-growth-or-index = “{ $name }”称为变化，而数据看似以上年为100的指数。应如何理解？
cli-arg-unit = 表格未注明时，指标数据的单位
import-prices-help = 需要按{ $year }年价格计算的金额；请先作价格缩减，或给出实际增速
import-needs-base-value = { $name }：以{ $found }计的数量缺少基期值，无法使用
import-needs-base-value-help = 请在表格中列出{ $year }年数据，或在情景中设定基期值
import-unit = { $name }：{ $found }无法换算为规划所用单位
import-unit-help = 规划所用单位为{ $unit }
import-other-base = 数据以{ $year }年为基期
import-other-base-help = 请在表格中列出{ $base }年数据，或给出比{ $base }年或比上年的变化
import-absurd = { $name }：照原样读取，数据的变化幅度超出任何年份的可能范围
import-absurd-help = 请在标题或名称旁注明单位，或指明按何种形式读取
import-note-levels = 按水平读取：表格未作说明，但如此幅度的变化并不常见
import-note-annual = 按比上年的变化读取；表格未作说明
import-note-cumulative = 按比{ $year }年的变化读取；表格未作说明
import-note-signs-kept = 名称表明为下降，而数据已带负号：照原样读取，视为下降
import-note-falls = 名称表明为下降：数据按下降读取
import-note-year-of-title = 表中仅标题“{ $text }”写明年份：按{ $year }年数据读取
import-note-prices = 金额视为按{ $year }年价格计算；表格未注明价格
import-note-own-base = 表中{ $year }年数值不是100，以该数值为基期计算累计变化
import-note-comment = 此单元格有批注：{ $text }
import-note-beginning = “{ $found }”视为{ $name }，以此开头的名称仅此一个
import-note-translation = “{ $found }”视为{ $name }：中文部分是其名称，其余部分视为译名
import-note-needs-base = { $name }：水平数据需要基期值，须由读入的情景给出
import-note-only = “{ $heading }”一列只读取“{ $value }”
import-ask-decimal = 小数前使用哪种符号？
import-ask-index = “{ $name }”为指数：以上年为100，还是以{ $year }年为100？
import-ask-bare-index = “{ $name }”的数据是否为以{ $year }年为100的指数？若为数量，须注明单位并给出{ $year }年数值。
import-ask-kind = “{ $name }”的数据是什么？
import-ask-fractions = “{ $name }”的数据是否为小数形式的比例，例如以0.492表示49.2%？
import-ask-mixed-signs = “{ $name }”表明为下降，而部分数据带负号：这些数据应如何理解？
import-ask-two-ways = “{ $name }”的说明中既有增长又有下降：其数据是增长，还是下降的幅度？
import-ask-title-falls = 表题表明为下降，而“{ $name }”部分数据带负号：这些数据应如何理解？
import-ask-some-ways = “{ $name }”仅部分数据标明升降方向：其余数据是增长，还是下降的幅度？
import-ask-around-falls = 表题、注释或标题提到下降，而“{ $name }”旁边没有说明：其数据是增长，还是下降的幅度？
import-ask-falls = “{ $name }”的数据是增长，还是下降的幅度？
import-ask-name = 虽有“{ $text }”字样，这是否为{ $about }？
import-ask-only = 读取谁的数据？请在“{ $heading }”一列中选择一项。
import-ask-promised = “{ $text }”表明这是目标、规划或预计数。是否仍然读取？
import-ask-sample = “{ $text }”表明数据仅为示例。是否仍然读取？
import-ask-part = “{ $text }”表明这仅为一年的一部分。是否仍然读取？
import-ask-year = 数据上方和旁边均未写明年份，而“{ $text }”可能是发布年份。数据是否属于该年？
import-ask-region = “{ $text }”表明这是地区数据。是否仍然读取？
import-ask-scope = “{ $text }”表明统计范围只是其中一部分、只是某个企业，或计算方法不同。是否仍然读取？
import-ask-shifted = 数字格式把数值缩小后显示（{ $text }），而单位未作说明。是否按存储的数值读取？
import-ask-otherwise = “{ $text }”只对部分数据作了说明。是否仍按表格读取这些数据？
import-ask-size = “{ $text }”的部分数值与基期值或相邻年份相差三倍以上，或为零。是否仍然读取？
import-ask-rate = “{ $text }”的部分变化幅度远超一年的可能范围。是否按变化读取？
import-said-promised = “{ $text }”表明这是目标、规划或预计数
import-said-sample = “{ $text }”表明数据仅为示例
import-said-part = “{ $text }”表明这仅为一年的一部分
import-said-year = 数据上方和旁边均未写明年份，而“{ $text }”可能是发布年份
import-said-region = “{ $text }”表明这是地区数据
import-said-scope = “{ $text }”表明统计范围只是其中一部分、只是某个企业，或计算方法不同
import-said-shifted = 数字格式把数值缩小后显示（{ $text }），而单位未作说明
import-said-otherwise = “{ $text }”对这些数据另有说明
import-said-size = “{ $text }”的数值与基期值或相邻年份相差三倍以上，或为零
import-said-rate = “{ $text }”的变化幅度远超一年的可能范围
import-rounded-twice = { $name }：{ $year }年的这一变化与表中数值一致，差别来自四舍五入；已取数值
import-rounded-twice-help = 如需采用变化，请不读取数值
import-said-help = 规划范围内全年已经发生的才是实际值
import-ask-take = { $name }：两组数据不一致，读取哪一组？

# 读取表格的命令。
cli-about-help = 显示本帮助或某一命令的帮助
cli-arg-help = 显示帮助
cli-arg-version = 显示版本
cli-heading-usage = 用法：{ $usage }
cli-heading-commands = 命令：
cli-heading-arguments = 参数：
cli-heading-options = 选项：
cli-usual-value = { $help }（默认{ $value }）
cli-about-import = 从表格读取实际值，并说明将保存的内容
cli-arg-table = 表格：CSV、工作簿或含表格的网页
cli-arg-import-plan = 表格指标所属的规划：内置规划代码或规划文件路径
cli-arg-sheet = 读取的工作表名称
cli-import-nothing = 没有可保存的数据：{ $why }
cli-other-plan = 表格按规划{ $found }读取，而情景属于规划{ $own }
cli-other-plan-help = 请去掉 --plan，或指定该规划的情景
cli-arg-into = 拟加入数据的情景文件；该文件保持不变
cli-arg-import-output = 写入含新数据情景的文件；该文件不得已存在
cli-arg-decimal = 小数点符号：. 或 ,
cli-arg-sign = 可能为下降的数据如何读取：as-written（−3.49为下降）或 falls（3.49为下降）
cli-arg-take = 两列不一致时读取哪一列，以列标或标题表示
cli-arg-read = 指标数据按何种形式读取：level、annual_change 或 cumulative_change
cli-arg-fractions = 指标数据是否为小数形式的比例，如以0.492表示49.2%
cli-arg-name = 表格中的名称所指的指标；“-”表示不读取该行
cli-arg-only = 读取谁的数据：列标题及所需的值
cli-arg-despite = 周围文字提及目标、部分时段或地区时，是否仍然读取数据
cli-arg-hidden = 同时读取隐藏的行和列
cli-unknown-sheet = 没有名为“{ $found }”且有内容的工作表
cli-unknown-sheet-help = 工作表：{ $allowed }
cli-unknown-kind = “{ $found }”不是数据的公布形式
cli-unknown-kind-help = 请写 level、annual_change 或 cumulative_change
cli-no-such-name = 表格中没有名为“{ $found }”的行
cli-no-such-name-help = 请照表格原样写出名称，后接等号和指标代码
cli-no-such-column = 可选的列中没有“{ $found }”
cli-no-such-column-help = 请写列标或列标题
cli-none-possible = 此表中没有
cli-possible = 可选：{ $allowed }
cli-no-such-label = 表中没有名为“{ $found }”、说明数据归属的列或行
cli-no-such-text = 表中数据周围没有“{ $found }”这段文字
cli-no-such-value = 该列或行中没有“{ $found }”
cli-unknown-unit = “{ $found }”不是可识别的单位
cli-unknown-unit-help = 请写明单位，如万吨、kgce/t或%
cli-unit-not-asked = 表中{ $found }的单位没有疑问
cli-unit-not-asked-help = 请去掉 --unit，或在表中更正单位
cli-file-exists = { $path }已存在
cli-file-exists-help = 请另取文件名，或先移走该文件
cli-imported = 已读入{ $count }个数据：{ $path }
cli-because = { $what }；{ $help }
cli-import-sheet = 工作表：{ $name }
cli-import-not-taken = 未读取：
cli-import-notes = 说明：
cli-import-open = 表格有未明确之处，未保存任何数据。请用下列选项明确：
import-nothing-yet = 目前尚无可保存的数据。
and-more = 另有{ $count }项
import-column-stored = 保存值
import-column-written = 原文
cli-column-cell = 单元格
import-results = 工作表“{ $name }”为本软件的推算结果，不是实际值
import-results-help = 实际值在工作表“{ $name }”中
import-note-passed-over = 工作表“{ $name }”也有数据，但已隐藏或为草稿，须选定后才读取
import-ask-sheet = 有多个工作表含规划指标数据，读取哪一个？

# 读入前显示表格的对话框。
import-open = 表格有未明确之处
import-start-over = 重新开始
import-waiting = 有{ $count }个数据有待明确
import-page-stored = 将保存：{ $count }
import-page-left-out = 未读取：{ $count }
import-page-lines = 行与列：{ $count }
import-page-table = 表格原样
import-nothing-left-out = 没有未读取的内容。
import-question-at = { $cell }：{ $asks }
import-from-cell = { $found }（{ $cell }）
figure-with-unit = { $value }{ $unit }
import-column-replaces = 替换
import-hidden-too = 同时读取隐藏的行和列
import-answer-point = 圆点：1,234.5
import-answer-comma = 逗号：1.234,5
import-answer-as-written = 照原样读取
import-answer-falls = 下降的幅度
import-answer-fractions = 小数形式的比例：0.492即49.2%
import-answer-no-fractions = 照原样读取
import-answer-despite = 仍然读取
import-answer-all = 全部读取
import-answer-take = { $name }（自{ $cell }起）
import-answer-in-points = { $kind }，以百分点计

# 上方的结论条。
strip-judged = { $all }项目标，{ $judged }项有数据或已设年率
strip-judged-short = { $all }项目标，{ $judged }项有依据
strip-others = { $count }项没有
strip-none-judged = 尚无目标有依据：请录入实际值或设定年率
strip-chip = { $status }：{ $count }项
strip-binding = 约束性{ $count }项：{ $statuses }
strip-binding-short = 约束性{ $count }项
counts-brief = { $status }{ $count }

# 图表卡片。
chart-choose = 选择图表
chart-copy-answer = 复制结果
chart-filtered = 仅显示“{ $filter }”的{ $count }项目标对应的图表
chart-filtered-binding = 仅显示{ $count }项约束性目标对应的图表
chart-filtered-none = 没有“{ $filter }”的目标。
chart-filtered-back = 显示所选图表
chart-missing-base = 缺少基期值，请录入
card-answer = { $result }，{ $target }，{ $status }
card-result = { $target }{ $result }
card-target = 目标{ $target }
card-target-of-year = { $year }年目标{ $target }
card-target-each-year = 各年目标{ $target }
card-in-year = { $year }年
card-readout = { $year }年 { $value }
card-readout-change = { $year }年 { $value }，{ $change }
card-readout-origin = { $readout }（{ $origin }）
card-readout-beside = { $name } { $value }
result-growth-a-year = 年均增长{ $said }
result-fall-a-year = 年均下降{ $said }
result-fall = 累计下降{ $said }
result-rise = 累计增长{ $said }
mark-at-least = { $figure }以上
mark-more-than = 超过{ $figure }
mark-at-most = 不超过{ $figure }
mark-less-than = 低于{ $figure }
mark-growth-a-year = 年均{ $said }
mark-fall-a-year = 年均降{ $said }
mark-fall = 下降{ $said }
mark-rise = 增长{ $said }
mark-short = 差{ $size }
mark-over = 超出{ $size }
mark-level = → { $value }
mark-of-year = { $year }年{ $mark }
band-data-until = 数据至{ $year }年
band-set = 已设
band-assumed = 假定
band-partly-assumed = 部分假定
band-via = 由{ $names }推算
even-path = 规划匀速
moved-times = { $name } × { $figure }
moved-divided = { $name } ÷ { $figure }
moved-adds = { $name } { $figure }
moved-published = 实际值
moved-and = {" "}·{" "}
chip-point = { $year }年：{ $value } · { $rate }
chip-goes-on = { $years }仍{ $rate }{ $count ->
   *[other] {""}
}
chip-rates-stay = { $years }年率不变
chip-alike = { $years }同率
chip-alike-needs = { $years }同率；尚需{ $needed }
chip-needs = 尚需{ $needed }
chip-alone = 仅最后一年
end-now = 现 { $value }
end-was = 原 { $value }
mode-cumulative-short = 累计变化
band-until = 至{ $year }年

# 窗口框架。
menu-help = 帮助
menu-all = 菜单
language-short = 中文
palette-screen-is = 界面：{ $name }
page-rates = 年率
tab-unsaved = { $name }，未保存
tab-no-file = 尚未保存为文件
footer-explore = 指向图中年份，各图同时显示该年；拖动虚线或点线上的点即设定年率
footer-explore-narrow = 指向图中年份，各图同时显示该年；点右侧标记打开达标情况
footer-compare = 点按一行，显示其图表；点线、空心圆和灰色数字为假定：未录入任何数据
footer-track = 点按一项目标，查看进展详情和尚需年率
footer-uncertainty = 拖动曲线的两端改变分布的宽窄；点按名称选中指标
footer-decompose = 指向柱形查看公式与数值；点按因素，各界面同时选中其指标
footer-report = 选择报告内容；预览与写出的文件一致
unsaved-one = 1处未保存的修改：{ $what }
unsaved-several = { $count }处未保存的修改
unsaved-only-here = 尚未保存为文件
difference-brief = { $name } { $old } → { $new }
guide-close = 关闭使用指南
rail-open = 显示达标情况
rail-close = 收起达标情况
strip-judged-marks = 有依据 { $judged }/{ $all }
strip-more-impossible = ✘ 另有{ $count }项，见“推论”

# 达标情况。
targets-judged = 有数据或已设年率
targets-assumed = 按计划假定：无数据，未设年率
targets-no-base = 未评价：缺少基期值
targets-section = { $heading }：{ $count }项
targets-evidence = 指标、依据
targets-leads = 推演、目标
targets-needs = 年均尚需
targets-binding = 约束
targets-filter = 筛选和排序
targets-shown = 显示{ $all }项中的{ $count }项：{ $what }
targets-show-all = 显示全部目标
targets-seek = 点按即在各处选中；双击或按 Ctrl+Enter 求解达标尚需年率
evidence-key-actual = 实际
evidence-key-interpolated = 内插
evidence-key-derived = 推算
evidence-key-set = 已设
evidence-key-assumed = 假定
brief-points = { $change } 点
brief-now = 现 { $rate }
brief-via = 由{ $names }
brief-out-of-reach = 无法达到
chart-previous = 上一图
chart-next = 下一图
tab-copy = 在新标签中打开副本

# 年率。
command-rates-table = 全部年率（表格）
change-several = 设定多项年率
levers-headline = 重点指标
levers-table = 表格
levers-group = { $title }，{ $count }项
levers-none = 本规划没有可设定的年率。
levers-search-clear = 清除搜索
levers-show-all = 显示全部
matched-name = 名称：{ $text }
matched-id = 代码：{ $text }
matched-unit = 单位：{ $text }
matched-heading = 类别：{ $text }
levers-chosen = 已选{ $count }项：
levers-chosen-none = 取消选择
levers-set-all = 统一设为
levers-set-all-rate = 所选各项的年率
levers-not-alike = 各项计量方式不同
levers-no-figure = 不是数值
levers-all-even = 规划匀速
levers-all-needed = 达标尚需
levers-all-reset = 全部恢复
lever-name = { $name }的年率
lever-restore = 将{ $name }恢复为已保存的年率
lever-value-hint = 点击可输入年率。
lever-actual-to = 实际至{ $year }年
lever-by-year = 逐年：{ $rate }
lever-in-year = 逐年，{ $year }年{ $rate }
lever-needs = 尚需{ $rate }
lever-even-brief = 匀速{ $rate }
lever-marks-separator = { "・" }
lever-would-be = { $year }年将达{ $level }，限值{ $limit }
lever-back-to = 退回{ $rate }
lever-back-of = { $name }：{ $back }
lever-output-top = 前几家，%
lever-output-all = 全行业，%
axis-points = 百分点
years-escape = Esc 收起
key-assumed = 假定
key-set = 已设
key-even = 规划匀速
key-needed = 达标尚需
table-back = 返回图表
table-fill-down = 向下填充
table-hint = 可逐格输入，也可从电子表格粘贴。灰色年份为实际值。向下填充限于同一类别中计量方式相同的各项。
table-cell = { $name }{ $year }年的年率

# 可行域的文字说明，以及曾有过的年率。
map-region-one-met = { $met }将达到
map-region-one-missed = { $missed }将未达到
map-region-both = 两项目标均将达到
map-region-neither = 两项均将未达到
map-region-all = { $all }项目标均将达到
map-region-none = 各项均将未达到
map-region-mixed = { $met }将达到，{ $missed }将未达到
map-region-mixed-many = { $all }项中{ $count }项将达到；将未达到：{ $missed }
map-and = { $first }和{ $last }
map-comma = 、
map-boundary = { $name }目标
map-boundary-rate = { $name }：{ $rate }
map-now = 现：{ $across }，{ $up }
map-even = 规划匀速：{ $across }，{ $up }
map-way = 全部达到需：{ $across }，{ $up }
map-at-pointer = 指针所在处
map-at-scenario = 情景所在处
map-click-sets = 点按即设定两项
map-other-targets = 其他目标
map-not-moved = 与这两项无关
map-other-count = { $status }{ $count }项
map-share-all = 全部达到的区域占{ $share }
map-share-both = 两项均达到的区域占{ $share }
map-share-one = 达到的区域占{ $share }
map-share-note = （按坐标范围计，并非概率）
map-target-row = { $said }，{ $status }
map-axis-years = { $name }，{ $unit }，{ $years }
footer-map = 拖动圆点，两项年率随之变动；方向键每次0.01，按住Shift每次0.1
observed-beyond = 超出以往实际（{ $observed }）
observed-within = 在以往实际范围内（{ $observed }）
observed-none = 尚无实际年率
observed-in = { $year }年{ $rate }
observed-range = { $least }至{ $greatest }
data-behind = 推算，{ $names }有实际数据
data-behind-own = 推算，本身有实际数据
reach-all-target = 目标
reach-all-lever = 可调指标
reach-all-now = 现值
reach-all-new = 新值
reach-all-remark = 以往实际与结果
words-apart = { $words }；{ $more }

# 影响目标的年率：目标列表下方
moves-heading = 影响{ $name }的年率
moves-per-point = 每变动1个百分点
moves-rise = { $years }{ $name }年均增速每提高1个百分点，{ $target }变动{ $effect }
moves-fall = { $years }{ $name }年均降幅每扩大1个百分点，{ $target }变动{ $effect }
moves-points = { $years }{ $name }每年多增1个百分点，{ $target }变动{ $effect }
moves-units = { $years }{ $name }每年多增1{ $unit }，{ $target }变动{ $effect }
raised-rise = 年均增速提高1个百分点
raised-fall = 年均降幅扩大1个百分点
raised-points = 每年多增1个百分点
raised-units = 每年多增1{ $unit }

# 由抽样得出的概率
chance-above = >{ $share }
chance-below = <{ $share }
chance-error = ±{ $points }个百分点
chance-error-below-one = 小于1/{ $size }
chance-with-error = { $share }（{ $error }）
chance-binding = 可评判的约束性目标同时达到：{ $share }。
chance-judged = 可评判的目标全部达到：{ $share }。
chance-open = 可评判且尚未定局的目标全部达到：{ $share }。
chance-decided = { $count }个可评判的目标已由数据定局。
chance-excluded = { $count }个目标没有录入任何依据，未计入。
chance-drawn-sobol = 用加扰的 Sobol' 点抽样{ $size }次，种子为{ $seed }。
chance-drawn-random = 用伪随机点抽样{ $size }次，种子为{ $seed }。
chance-uneven = { $size }不是2的幂，点的分布不够均匀；抽样{ $next }次更为精确
chance-outside = { $count }次抽样（{ $share }）使{ $name }超出可能范围；需要它的目标在这些抽样中按未达到计。
chance-year-by-year = 分位数逐年计算，单次抽样未必始终沿某一分位数。

# 搜索面板中各项的类别
palette-command = 命令
palette-open = 已打开
palette-recent = 最近文件
palette-example = 示例
palette-new = 新建情景
palette-lever = 年率
palette-indicator = 推算指标
palette-target = 目标
palette-setting = 设置

# 各年率的不确定性。
uncertainty-none = 尚未设定不确定性
uncertainty-begin = 为一项年率设定分布，曲线即显示其可能的范围。原为假定的年率，同时由情景设定。
uncertainty-begin-with = 为{ $name }设定不确定性
spread-title = 各年率的不确定性
spread-counts = { $uncertain }项有，{ $fixed }项固定
spread-none-set = 固定：没有设不确定性
spread-rate = { $years } { $rate }
uncertainty-role = 性质
spread-kind-normal = 正态
spread-kind-triangular = 三角
spread-kind-uniform = 均匀
spread-is-normal = 正态 标准差 { $sd }
spread-is-triangular = 三角 { $low }至{ $high }
spread-is-uniform = 均匀 { $low }至{ $high }
spread-years-alike = 各年相同
spread-years-independent = 各年独立
spread-years-related = 各年自相关
spread-years-correlated = 各年自相关 { $rho }
spread-in-full = { $spread }，{ $years }；九成落在{ $low }与{ $high }之间
spread-of = { $name }的分布：{ $spread }
spread-sd = 标准差
spread-lowest = 最低
spread-likeliest = 最可能
spread-highest = 最高
spread-rho = 相邻年份相关系数
spread-field = { $name }的分布：{ $figure }
spread-low-end = { $name }分布的下端
spread-high-end = { $name }分布的上端
spread-give = 为{ $name }的年率设定不确定性
spread-cannot = { $name }不能设定不确定性：各年均有实际值，或没有基期值，或为以是否完成计的指标
spread-everywhere-before = 各年率 ±
spread-everywhere-after = %：
spread-everywhere-share = 占各年率的百分比
spread-scope-stated = { $count }项已设年率
spread-scope-all = 全部{ $count }项年率
spread-everywhere-done = { $stated ->
    [0] 已为{ $count }项年率设定分布
   *[other] 已为{ $count }项年率设定分布；其中{ $stated }项原为假定，现由情景设定年率
}
spread-everywhere-still = { $done }。年率为0而保持固定的：{ $names }
spread-percent-fault = 占年率的百分比须在0与100之间
spread-percent-fault-help = 请输入10一类的数字
spread-rate-stated = { $name }：年率原为假定，现由情景设定为{ $rate }
spread-fault = 这些数字不构成概率分布
spread-fault-help = 标准差须大于零；最低、最可能、最高年率须依次排列，且最低小于最高
spread-years-fault = 相邻年份的相关系数须在 -1与1之间
spread-years-fault-help = 请输入0.6一类的数字；相关系数为1时，请选“各年相同”
spread-not-here = 该项年率不能设定不确定性
spread-not-here-help = 只有尚有待定年份、有基期值且不以是否完成计的指标，其年率才可以不确定
lever-with-spread = { $words }；{ $spread }

# 抽样结果的扇形图和直方图。
fan-median = 中位 { $value }
fan-median-name = 中位数
fan-quantile = { $share } { $value }
fan-band = { $low }%至{ $high }%
fan-samples = 单次抽样
fan-year-by-year = 逐年分位数
fan-in-words = { $name }，{ $unit }，逐年分位数；{ $year }年：{ $ends }。
histogram-title = { $name }，{ $year }年
histogram-in-words = 抽样结果的分布：{ $name }，{ $year }年。
histogram-sides-in-words = 目标{ $target }：{ $met }，{ $missed }。
histogram-empty = 没有抽样

# 界面上的达标概率。
band-drawn = 抽样
histogram-of-year = { $year }年分布
draws-under-way = 正在抽样……
draws-again = 重新抽样
draws-made = { $size }次・种子 { $seed }・{ $seconds }秒
draws-size-label = 次数
draws-of = 抽样{ $size }次
draws-double = 加倍
draws-points-label = 抽样点
draws-points-sobol = 加扰索博尔点
draws-points-random = 伪随机点
draws-samples = 单次抽样路径
draws-window-size = 无法抽样这么多次
draws-window-size-help = 请输入1至{ $most }之间的次数
likely-title = 达标概率
likely-error = ± 标准误
likely-assumed = 按计划假定，不计概率
likely-binding = { $count }项约束性目标同时达标
likely-judged = 有依据的{ $count }项同时达标
likely-apart = { $count }项联合；若相互独立为{ $share }
likely-met = 达标 { $share }
likely-missed = 未达 { $share }
likely-median = 中位数 { $value }
likely-median-falls = 中位数下降{ $value }
likely-median-falls-a-year = 中位数年均下降{ $value }
likely-median-rises = 中位数增长{ $value }
likely-median-rises-a-year = 中位数年均增长{ $value }
likely-nine-tenths = 九成落在{ $low }与{ $high }之间
likely-answer = { $median }，{ $rest }
likely-separator = {"・"}
likely-in-words = 达标概率为{ $share }。
likely-answer-one = { $name }达标概率 { $share }
likely-answer-binding = { $count }项约束性目标同时达标 { $share }
likely-settling = { $size }次：{ $share }
rank-title = 哪项年率影响最大？
rank-low = 10%分位
rank-high = 90%分位，其他取中位
rank-shares = 方差份额，须线为95%置信区间
likely-mark = 概率 { $share }
likely-row = 达标概率 { $share }
likely-told = 达标概率：{ $share }
likely-told-few = { $told }，目前抽样{ $size }次
likely-told-earlier = { $told }，为上次修改前的结果
likely-told-from = { $told }，{ $year }年起的年率为抽样
likely-beside = { $words }。{ $told }
likely-column = 达标概率
likely-choose = { $name }的抽样结果，可选择其他指标
likely-certain = 各次抽样结果相同
correlations-title = 相关系数
correlations-none = 无
correlations-too-few = 须有两项不确定的年率
correlations-more = { $named }等，另有{ $count }项
correlations-edit = 编辑
correlations-of-rates = 不确定年率之间的相关系数
correlations-help = 相关系数在 -1与1之间，表示两项年率偏离的同步程度。相关的年率须采用同样的各年规则。
correlations-hint = 输入数字；按 Enter、Tab 或方向键移至下一格，按 Delete 删去相关系数。
correlations-cell = { $one }与{ $other }的相关系数
correlations-close = 关闭
correlation-brief = { $one }与{ $other } { $rho }
correlation-window-years = { $one }与{ $other }的各年规则不同：分别为{ $first }和{ $second }
correlation-window-years-help = 请先为两者设定同样的各年规则
proposal-ask = 按实际值建议
proposal-rate = { $year }年{ $rate }
proposal-from = 有数据的相邻年份之间的年率：{ $rates }。平均：{ $mean }；标准差 { $deviation }。
proposal-is = 按再取这样一年建议：正态分布，标准差 { $sd }（上述标准差乘以√(1 + 1/{ $count })），各年独立。
proposal-unsure = 仅{ $count }个年份，真实标准差可能为其{ $low }至{ $high }倍（95%置信区间）。
proposal-drift-above = 其平均值比待定年份的年率高{ $drift }，分布不含这一偏差。
proposal-drift-below = 其平均值比待定年份的年率低{ $drift }，分布不含这一偏差。
proposal-take = 采用标准差 { $sd }，各年独立
proposal-not-measured = 无法建议：该指标由推算得出，或以是否完成计。
proposal-no-base = 无法建议：没有基期值。
proposal-no-open-year = 无法建议：各年均有实际值。
proposal-too-few = 无法建议：须有{ $fewest }个有数据的相邻年份之间的年率，现有{ $count }个。内插的年份不计。
proposal-all-alike = 无法建议：有数据的相邻年份之间的年率全部相同。
draws-size-field = 抽样次数
draws-seed-label = 种子
draws-seed-field = 抽样的种子
draws-no-whole = 不是整数
index-of-year = { $year }年{ $said }
rank-by-year = 逐年
rank-years = 方差份额，数字为总，实心为一阶
rank-years-shapley = 逐年方差份额

;; Rows of 32-bit floats, four numbers at a time with a tail of single ones. Described in linear.ts.
(module
  (import "arena" "memory" (memory 1))

  ;; y += a * x
  (func $add (export "add") (param $y i32) (param $x i32) (param $a f32) (param $n i32)
    (local $end i32) (local $end4 i32) (local $as v128)
    (local.set $as (f32x4.splat (local.get $a)))
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
    (local.set $end4 (i32.add (local.get $y) (i32.shl (i32.and (local.get $n) (i32.const -4)) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $y) (local.get $end4)))
        (v128.store (local.get $y)
          (f32x4.add (v128.load (local.get $y)) (f32x4.mul (local.get $as) (v128.load (local.get $x)))))
        (local.set $y (i32.add (local.get $y) (i32.const 16)))
        (local.set $x (i32.add (local.get $x) (i32.const 16)))
        (br $next)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $y) (local.get $end)))
        (f32.store (local.get $y)
          (f32.add (f32.load (local.get $y)) (f32.mul (local.get $a) (f32.load (local.get $x)))))
        (local.set $y (i32.add (local.get $y) (i32.const 4)))
        (local.set $x (i32.add (local.get $x) (i32.const 4)))
        (br $next))))

  ;; y += a * x + b * z: reads and writes y half as often
  (func $addTwo (param $y i32) (param $x i32) (param $a f32) (param $z i32) (param $b f32) (param $n i32)
    (local $end i32) (local $end4 i32) (local $as v128) (local $bs v128)
    (local.set $as (f32x4.splat (local.get $a)))
    (local.set $bs (f32x4.splat (local.get $b)))
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
    (local.set $end4 (i32.add (local.get $y) (i32.shl (i32.and (local.get $n) (i32.const -4)) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $y) (local.get $end4)))
        (v128.store (local.get $y)
          (f32x4.add (v128.load (local.get $y))
            (f32x4.add (f32x4.mul (local.get $as) (v128.load (local.get $x)))
              (f32x4.mul (local.get $bs) (v128.load (local.get $z))))))
        (local.set $y (i32.add (local.get $y) (i32.const 16)))
        (local.set $x (i32.add (local.get $x) (i32.const 16)))
        (local.set $z (i32.add (local.get $z) (i32.const 16)))
        (br $next)))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $y) (local.get $end)))
        (f32.store (local.get $y)
          (f32.add (f32.load (local.get $y))
            (f32.add (f32.mul (local.get $a) (f32.load (local.get $x)))
              (f32.mul (local.get $b) (f32.load (local.get $z))))))
        (local.set $y (i32.add (local.get $y) (i32.const 4)))
        (local.set $x (i32.add (local.get $x) (i32.const 4)))
        (local.set $z (i32.add (local.get $z) (i32.const 4)))
        (br $next))))

  (func $row (param $at i32) (param $k i32) (param $n i32) (result i32)
    (i32.add (local.get $k) (i32.shl (i32.mul (i32.load (local.get $at)) (local.get $n)) (i32.const 2))))

  ;; y += rows of k, each times its number
  (func (export "addRows")
    (param $y i32) (param $at i32) (param $by i32) (param $count i32) (param $k i32) (param $n i32)
    (block $done
      (loop $next
        (br_if $done (i32.lt_s (local.get $count) (i32.const 2)))
        (call $addTwo (local.get $y)
          (call $row (local.get $at) (local.get $k) (local.get $n)) (f32.load (local.get $by))
          (call $row (i32.add (local.get $at) (i32.const 4)) (local.get $k) (local.get $n))
          (f32.load offset=4 (local.get $by))
          (local.get $n))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (local.set $by (i32.add (local.get $by) (i32.const 8)))
        (local.set $count (i32.sub (local.get $count) (i32.const 2)))
        (br $next)))
    (if (local.get $count)
      (then (call $add (local.get $y) (call $row (local.get $at) (local.get $k) (local.get $n))
        (f32.load (local.get $by)) (local.get $n)))))

  (func $dot (param $x i32) (param $y i32) (param $n i32) (result f32)
    (local $end i32) (local $end4 i32) (local $sums v128) (local $sum f32)
    (local.set $end (i32.add (local.get $y) (i32.shl (local.get $n) (i32.const 2))))
    (local.set $end4 (i32.add (local.get $y) (i32.shl (i32.and (local.get $n) (i32.const -4)) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $y) (local.get $end4)))
        (local.set $sums (f32x4.add (local.get $sums)
          (f32x4.mul (v128.load (local.get $x)) (v128.load (local.get $y)))))
        (local.set $y (i32.add (local.get $y) (i32.const 16)))
        (local.set $x (i32.add (local.get $x) (i32.const 16)))
        (br $next)))
    (local.set $sum (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $sums)) (f32x4.extract_lane 1 (local.get $sums)))
      (f32.add (f32x4.extract_lane 2 (local.get $sums)) (f32x4.extract_lane 3 (local.get $sums)))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $y) (local.get $end)))
        (local.set $sum (f32.add (local.get $sum) (f32.mul (f32.load (local.get $x)) (f32.load (local.get $y)))))
        (local.set $y (i32.add (local.get $y) (i32.const 4)))
        (local.set $x (i32.add (local.get $x) (i32.const 4)))
        (br $next)))
    (local.get $sum))

  ;; gradients of the rows += g times the row's number; back += row . g
  (func (export "returnRows")
    (param $at i32) (param $by i32) (param $back i32) (param $count i32) (param $k i32) (param $gradient i32)
    (param $g i32) (param $n i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $count)))
        (call $add (call $row (local.get $at) (local.get $gradient) (local.get $n)) (local.get $g)
          (f32.load (local.get $by)) (local.get $n))
        (f32.store (local.get $back) (f32.add (f32.load (local.get $back))
          (call $dot (call $row (local.get $at) (local.get $k) (local.get $n)) (local.get $g) (local.get $n))))
        (local.set $at (i32.add (local.get $at) (i32.const 4)))
        (local.set $by (i32.add (local.get $by) (i32.const 4)))
        (local.set $back (i32.add (local.get $back) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $next))))
)
